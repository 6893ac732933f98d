import Box from '@mui/material/Box';
import List from '@mui/material/List';
import ListItem from '@mui/material/ListItem';
import ListItemButton from '@mui/material/ListItemButton';
import ListItemText from '@mui/material/ListItemText';
import Popover from '@mui/material/Popover';
import Typography from '@mui/material/Typography';
import { useEffect, useRef, useState } from 'react';
import { Link } from 'react-router-dom';
import { roleInWords } from '../shared/words/roleInWords.ts';
import type { Membership } from '../shared/session/listMemberships.ts';
import { Field } from '../shared/ui/Field.tsx';

interface TenantSearchProps {
  id: string;
  anchor: HTMLElement | null;
  onClose: () => void;
  memberships: readonly Membership[];
  /** id → name, as far as they are known. */
  names: ReadonlyMap<string, string>;
  activeTenantId: string | null;
  hrefOf: (tenantId: string) => string;
}

/** The way to another tenant for somebody who is in many: by a part of its name. */
export function TenantSearch({
  id,
  anchor,
  onClose,
  memberships,
  names,
  activeTenantId,
  hrefOf,
}: TenantSearchProps) {
  const [wanted, setWanted] = useState('');
  const searchInput = useRef<HTMLInputElement>(null);
  const isOpen = anchor !== null;
  // Not `autoFocus`: who opens it again while it still fades away finds the field that was there before.
  useEffect(() => {
    if (isOpen) searchInput.current?.focus();
  }, [isOpen]);
  const nameOf = ({ tenantId }: Membership) => names.get(tenantId) ?? tenantId;
  const found = memberships
    .filter((membership) => nameOf(membership).toLowerCase().includes(wanted.trim().toLowerCase()))
    .sort((a, b) => nameOf(a).localeCompare(nameOf(b)));

  return (
    <Popover
      id={id}
      anchorEl={anchor}
      open={isOpen}
      onClose={onClose}
      anchorOrigin={{ vertical: 'bottom', horizontal: 'right' }}
      transformOrigin={{ vertical: 'top', horizontal: 'right' }}
      disablePortal
      slotProps={{ paper: { role: 'dialog', 'aria-label': 'Your companies', sx: { width: 340 } } }}
    >
      <Box sx={{ p: 2, pb: 1 }}>
        <Field
          label="Search your companies"
          type="search"
          value={wanted}
          onChange={setWanted}
          inputRef={searchInput}
        />
      </Box>
      <Typography role="status" variant="body2" sx={{ px: 2, pb: 0.5, color: 'text.secondary' }}>
        {found.length === 0 ? 'No companies found.' : `${found.length} of ${memberships.length}`}
      </Typography>
      <List sx={{ px: 1, pb: 1, maxHeight: '55dvh', overflow: 'auto' }}>
        {found.map((membership) => (
          <ListItem key={membership.tenantId} disablePadding>
            <ListItemButton
              component={Link}
              to={hrefOf(membership.tenantId)}
              selected={membership.tenantId === activeTenantId}
              {...(membership.tenantId === activeTenantId && { 'aria-current': 'true' as const })}
              onClick={onClose}
            >
              <ListItemText
                primary={nameOf(membership)}
                secondary={roleInWords(membership)}
                slotProps={{ primary: { noWrap: true } }}
              />
            </ListItemButton>
          </ListItem>
        ))}
      </List>
    </Popover>
  );
}
