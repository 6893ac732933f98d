import MoreVert from '@mui/icons-material/MoreVert';
import IconButton from '@mui/material/IconButton';
import Menu from '@mui/material/Menu';
import MenuItem from '@mui/material/MenuItem';
import { useRef, useState } from 'react';
import type { PendingInviteDocument } from '../../../../../functions/src/contract/documents.ts';
import { nameOf } from '../inviteWords.ts';
import { ACTION_WORDS, type InviteAction } from './inviteActions.ts';
import { useManagement } from './ManageContext.ts';

interface RowMenuProps {
  invite: PendingInviteDocument;
  now: number;
  /** As small as the rows of the table. */
  dense?: boolean;
}

/** What can be done to one invitation; nothing where nothing can. */
export function RowMenu({ invite, now, dense = false }: RowMenuProps) {
  const { actionsFor, start } = useManagement();
  const [button, setButton] = useState<HTMLButtonElement | null>(null);
  const [open, setOpen] = useState(false);
  const chosen = useRef<InviteAction>(null);
  const actions = actionsFor(invite, now);
  if (actions.length === 0) return null;
  return (
    <>
      <IconButton
        ref={setButton}
        aria-label={`Actions for ${nameOf(invite)}`}
        aria-haspopup="menu"
        aria-expanded={open}
        onClick={() => setOpen(true)}
        sx={dense ? { minWidth: 30, minHeight: 30, p: 0 } : undefined}
      >
        <MoreVert />
      </IconButton>
      <Menu
        open={open}
        anchorEl={button}
        onClose={() => setOpen(false)}
        slotProps={{
          // The menu gives the focus back before the dialog takes it, which then gives it back to the button too.
          transition: {
            onExited: () => {
              if (chosen.current) start(chosen.current, invite);
              chosen.current = null;
            },
          },
        }}
      >
        {actions.map((action) => (
          <MenuItem
            key={action}
            onClick={() => {
              chosen.current = action;
              setOpen(false);
            }}
          >
            {ACTION_WORDS[action]}
          </MenuItem>
        ))}
      </Menu>
    </>
  );
}
