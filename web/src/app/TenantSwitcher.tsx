import Check from '@mui/icons-material/Check';
import UnfoldMore from '@mui/icons-material/UnfoldMore';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import ListItemText from '@mui/material/ListItemText';
import Menu from '@mui/material/Menu';
import MenuItem from '@mui/material/MenuItem';
import { useState } from 'react';
import { useMatch, useNavigate } from 'react-router-dom';
import { pagePaths } from '../shared/routing/pagePaths.ts';
import { useAuth } from '../shared/session/AuthContext.ts';
import { useTenantNames } from '../shared/session/useTenantNames.ts';
import { roleInWords } from '../shared/words/roleInWords.ts';
import { TenantSearch } from './TenantSearch.tsx';
import { screenReaderOnly } from '../shared/ui/screenReaderOnly.ts';

const MENU_ID = 'tenant-menu';
/** More than this are found by their name; staff who work for all tenants have a page of them. */
const LISTED_MAX = 8;
/** A name on its way: an id that flashes up would say less. */
const UNKNOWN = '…';

/** In which tenant one works, as what, and the way to another. The session remembers the choice. */
export function TenantSwitcher() {
  const { hrx, memberships, activeTenantId, activeMembership } = useAuth();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const navigate = useNavigate();
  const onInvitations = useMatch(pagePaths.invitations.path) !== null;
  const active = activeTenantId && (hrx || activeMembership) ? activeTenantId : null;
  const listed = memberships.map(({ tenantId }) => tenantId);
  const names = useTenantNames(
    anchor ? [...new Set([...(active ? [active] : []), ...listed])] : active ? [active] : [],
  );

  if (!active && listed.length === 0) return null;

  const role = activeMembership ? roleInWords(activeMembership) : 'HRX staff';
  const open = (to: string) => {
    setAnchor(null);
    void navigate(to);
  };
  const isMany = listed.length > LISTED_MAX;
  const toTenant = onInvitations ? pagePaths.invitations : pagePaths.tenant;

  return (
    <>
      <Button
        color="inherit"
        onClick={(event) => setAnchor(event.currentTarget)}
        aria-haspopup={isMany ? 'dialog' : 'menu'}
        aria-expanded={anchor !== null}
        {...(anchor && { 'aria-controls': MENU_ID })}
        endIcon={<UnfoldMore />}
        sx={{ textAlign: 'left', minWidth: 0, px: 1.5, lineHeight: 1.25 }}
      >
        <Box component="span" sx={screenReaderOnly}>
          Switch company, now{' '}
        </Box>
        <Box component="span" sx={{ minWidth: 0, display: 'grid' }}>
          <Box component="span" sx={{ overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' }}>
            {active ? (names.get(active) ?? UNKNOWN) : 'Choose a company'}
          </Box>
          {active && (
            <Box component="span" sx={{ fontSize: '0.75rem', fontWeight: 500, color: 'text.secondary' }}>
              {role}
            </Box>
          )}
        </Box>
      </Button>
      {isMany && (
        <TenantSearch
          id={MENU_ID}
          anchor={anchor}
          onClose={() => setAnchor(null)}
          memberships={memberships}
          names={names}
          activeTenantId={active}
          hrefOf={toTenant.getHref}
        />
      )}
      <Menu
        id={MENU_ID}
        anchorEl={anchor}
        open={anchor !== null && !isMany}
        onClose={() => setAnchor(null)}
        disablePortal
        slotProps={{ paper: { sx: { maxHeight: '70dvh', minWidth: 260, maxWidth: 'calc(100vw - 32px)' } } }}
      >
        {memberships.map((membership) => (
          <MenuItem
            key={membership.tenantId}
            selected={membership.tenantId === active}
            onClick={() => open(toTenant.getHref(membership.tenantId))}
          >
            <ListItemText
              primary={names.get(membership.tenantId) ?? UNKNOWN}
              secondary={roleInWords(membership)}
              slotProps={{ primary: { noWrap: true } }}
            />
            {membership.tenantId === active && <Check fontSize="small" color="primary" sx={{ ml: 2 }} />}
          </MenuItem>
        ))}
        {hrx && <MenuItem onClick={() => open(pagePaths.tenants.getHref())}>All companies</MenuItem>}
      </Menu>
    </>
  );
}
