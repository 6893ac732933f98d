import Close from '@mui/icons-material/Close';
import Box from '@mui/material/Box';
import Drawer from '@mui/material/Drawer';
import IconButton from '@mui/material/IconButton';
import { Suspense, useState } from 'react';
import { lazyPart } from '../../../shared/connection/lazyPart.ts';
import { Loading } from '../../../shared/ui/Loading.tsx';

// What is in it is fetched when somebody looks.
const InvitationDetails = lazyPart(() => import('./InvitationDetails.tsx'), 'InvitationDetails');

interface InvitationDrawerProps {
  tenantId: string;
  /** Whose invitation is looked at; null for nobody's. */
  uid: string | null;
  onClose: () => void;
}

/** One invitation beside the list: what it is, and what happened to it. */
export function InvitationDrawer({ tenantId, uid, onClose }: InvitationDrawerProps) {
  // Kept while the drawer slides out.
  const [shown, setShown] = useState(uid);
  if (uid !== null && uid !== shown) setShown(uid);
  return (
    <Drawer
      anchor="right"
      open={uid !== null}
      onClose={onClose}
      slotProps={{ paper: { role: 'dialog', 'aria-modal': true, 'aria-label': 'Invitation' } }}
    >
      <Box
        sx={{ width: 460, maxWidth: '100vw', minHeight: '100%', display: 'flex', flexDirection: 'column' }}
      >
        <Box sx={{ display: 'flex', justifyContent: 'flex-end', p: 1, pb: 0 }}>
          <IconButton aria-label="Close" onClick={onClose}>
            <Close />
          </IconButton>
        </Box>
        <Box sx={{ px: { xs: 2.5, sm: 3 }, pb: 4, flex: 1 }}>
          {shown !== null && (
            <Suspense fallback={<Loading label="Loading the invitation" />}>
              <InvitationDetails tenantId={tenantId} uid={shown} />
            </Suspense>
          )}
        </Box>
      </Box>
    </Drawer>
  );
}
