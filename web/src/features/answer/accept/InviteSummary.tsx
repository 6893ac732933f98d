import Box from '@mui/material/Box';
import Divider from '@mui/material/Divider';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';
import { InviteOffer } from '../offer/InviteOffer.tsx';
import { Expiry } from './Expiry.tsx';
import type { Invite } from '../redeem/redeemReducer.ts';
import { ScreenHeading } from '../../../shared/ui/ScreenHeading.tsx';

interface InviteSummaryProps {
  invite: Invite;
  /** Its time is over, by this browser's clock. */
  onEnd: () => void;
}

/** What the invitation says: where, by whom, as what, for whom, until when. */
export function InviteSummary({ invite, onEnd }: InviteSummaryProps) {
  const { tenantName, inviterName, role, message, maskedEmail, expiresAt } = invite;

  return (
    <>
      <ScreenHeading>{`Join ${tenantName}`}</ScreenHeading>
      <InviteOffer inviterName={inviterName} role={role} message={message} />
      <Stack component="dl" spacing={1} sx={{ m: 0, mt: 2.5 }}>
        <Fact name="For">{maskedEmail}</Fact>
        <Fact name="Expires">
          <Expiry at={Date.parse(expiresAt)} onEnd={onEnd} />
        </Fact>
      </Stack>
      <Divider sx={{ my: 3 }} />
    </>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <Box sx={{ display: 'grid', gridTemplateColumns: '4.5rem 1fr', columnGap: 1.5 }}>
      <Typography component="dt" sx={{ color: 'text.secondary' }}>
        {name}
      </Typography>
      <Typography component="dd" sx={{ m: 0, overflowWrap: 'anywhere' }}>
        {children}
      </Typography>
    </Box>
  );
}
