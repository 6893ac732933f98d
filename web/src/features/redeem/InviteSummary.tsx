import Box from '@mui/material/Box';
import Divider from '@mui/material/Divider';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';
import { ROLE_SENTENCES, withArticle } from '../../../../functions/src/contract/roleWords.ts';
import { Expiry } from './Expiry.tsx';
import type { Invite } from './redeemState.ts';
import { ScreenHeading } from './ScreenHeading.tsx';

interface InviteSummaryProps {
  invite: Invite;
  /** Its time is over, by this browser's clock. */
  onEnd: () => void;
}

/** What the invitation says: where, by whom, as what, for whom, until when. */
export function InviteSummary({ invite, onEnd }: InviteSummaryProps) {
  const { tenantName, inviterName, role, message, maskedEmail, expiresAt } = invite;
  const as = role ? ` as ${withArticle(role)}` : '';

  return (
    <>
      <ScreenHeading>{`Join ${tenantName}`}</ScreenHeading>
      <Typography sx={{ mt: 1 }}>
        {inviterName ? `${inviterName} invites you${as}.` : `You are invited${as}.`}
      </Typography>
      {role && (
        <Typography sx={{ color: 'text.secondary', mt: 0.5 }}>
          {role}: {ROLE_SENTENCES[role]}
        </Typography>
      )}
      {message && (
        <Box
          component="blockquote"
          sx={{
            m: 0,
            mt: 2.5,
            px: 2,
            py: 1.5,
            bgcolor: 'primary.light',
            borderRadius: 1,
            whiteSpace: 'pre-line',
          }}
        >
          <Typography sx={{ overflowWrap: 'anywhere' }}>{message}</Typography>
        </Box>
      )}
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
