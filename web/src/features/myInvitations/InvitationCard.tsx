import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import Card from '@mui/material/Card';
import Typography from '@mui/material/Typography';
import type { PendingInviteDocument } from '../../../../functions/src/contract/documents.ts';
import { dateInWords, relativeInWords } from '../../shared/inWords.ts';
import { InviteOffer } from '../../shared/ui/InviteOffer.tsx';
import type { AcceptInvite } from './useAcceptInvite.ts';

interface InvitationCardProps {
  invite: PendingInviteDocument;
  now: number;
  acceptance: AcceptInvite;
}

/** One invitation that waits: where, by whom, as what, until when, and the button that says yes. */
export function InvitationCard({ invite, now, acceptance }: InvitationCardProps) {
  const { tenantId, tenantName, expiresAt } = invite;
  const { accept, acceptingTenantId, failure } = acceptance;
  const ends = expiresAt.toMillis();

  return (
    <Card component="article" aria-label={tenantName} sx={{ p: { xs: 2.5, sm: 3 }, display: 'grid' }}>
      <Typography variant="h2" sx={{ overflowWrap: 'anywhere' }}>
        {tenantName}
      </Typography>
      <InviteOffer {...invite} />
      <Typography variant="body2" sx={{ color: 'text.secondary', mt: 2 }}>
        {`Expires ${relativeInWords(ends, now)}, on ${dateInWords(ends)}.`}
      </Typography>
      {failure?.tenantId === tenantId && (
        <Alert severity="error" sx={{ mt: 2 }}>
          {failure.message}
        </Alert>
      )}
      <Button
        variant="contained"
        size="large"
        loading={acceptingTenantId === tenantId}
        disabled={acceptingTenantId !== null}
        onClick={() => accept(tenantId)}
        sx={{ mt: 2.5, justifySelf: { sm: 'start' } }}
      >
        {`Join ${tenantName} as ${invite.role}`}
      </Button>
    </Card>
  );
}
