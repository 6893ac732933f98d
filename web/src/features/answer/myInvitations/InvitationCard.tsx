import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Card from '@mui/material/Card';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import type { PendingInviteDocument } from '../../../../../functions/src/contract/documents.ts';
import { typedMessage } from '../../../../../functions/src/domain/typedMessage.ts';
import { dateInWords, relativeInWords } from '../../../shared/words/timeInWords.ts';
import { DeclineForm } from '../offer/DeclineForm.tsx';
import { InviteOffer } from '../offer/InviteOffer.tsx';
import type { AcceptInvite } from './useAcceptInvite.ts';
import { useDeclineInvite } from './useDeclineInvite.ts';

interface InvitationCardProps {
  invite: PendingInviteDocument;
  now: number;
  acceptance: AcceptInvite;
  /** Of several none is the one thing to do. */
  isOnly: boolean;
}

/** One invitation that waits: where, by whom, as what, until when, and the buttons that say yes and no. */
export function InvitationCard({ invite, now, acceptance, isOnly }: InvitationCardProps) {
  const { tenantId, tenantName, expiresAt } = invite;
  const { accept, acceptingTenantId, failure } = acceptance;
  const [isDeclining, setIsDeclining] = useState(false);
  const declining = useDeclineInvite(tenantId, tenantName);
  const ends = expiresAt.toMillis();

  return (
    <Card component="article" aria-label={tenantName} sx={{ p: { xs: 2.5, sm: 3 }, display: 'grid' }}>
      <Typography variant="h2" sx={{ overflowWrap: 'anywhere' }}>
        {tenantName}
      </Typography>
      <InviteOffer {...invite} message={typedMessage(invite.message)} />
      <Typography variant="body2" sx={{ color: 'text.secondary', mt: 2 }}>
        {`Expires ${relativeInWords(ends, now)}, on ${dateInWords(ends)}.`}
      </Typography>
      {failure?.tenantId === tenantId && (
        <Alert severity="error" sx={{ mt: 2 }}>
          {failure.message}
        </Alert>
      )}
      {isDeclining ? (
        <Box sx={{ mt: 2.5 }}>
          <DeclineForm
            tenantName={tenantName}
            busy={declining.loading}
            problem={declining.error}
            onDecline={({ reason }) => declining.decline(reason)}
            onBack={() => setIsDeclining(false)}
          />
        </Box>
      ) : (
        <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, mt: 2.5 }}>
          <Button
            variant={isOnly ? 'contained' : 'outlined'}
            size="large"
            loading={acceptingTenantId === tenantId}
            disabled={acceptingTenantId !== null}
            onClick={() => accept(tenantId)}
            sx={{ flex: { xs: '1 1 100%', sm: '0 1 auto' } }}
          >
            {`Join ${tenantName}`}
          </Button>
          <Button
            color="inherit"
            disabled={acceptingTenantId !== null}
            onClick={() => setIsDeclining(true)}
            sx={{ color: 'text.secondary', flex: { xs: '1 1 100%', sm: '0 1 auto' } }}
          >
            Decline
          </Button>
        </Box>
      )}
    </Card>
  );
}
