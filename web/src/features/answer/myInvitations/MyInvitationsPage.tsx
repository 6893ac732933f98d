import DraftsOutlined from '@mui/icons-material/DraftsOutlined';
import MarkEmailUnreadOutlined from '@mui/icons-material/MarkEmailUnreadOutlined';
import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import type { PendingInviteDocument } from '../../../../../functions/src/contract/documents.ts';
import { isOpen } from '../../../../../functions/src/domain/inviteStatus.ts';
import { errorMessage } from '../../../shared/callable/errorMessage.ts';
import { useAuth } from '../../../shared/session/AuthContext.ts';
import { ResetMailOffer } from '../../../shared/session/ResetMailOffer.tsx';
import { ListSkeleton } from '../../../shared/ui/ListSkeleton.tsx';
import { Message } from '../../../shared/ui/Message.tsx';
import { PageHeading } from '../../../shared/ui/PageHeading.tsx';
import { useNow } from '../../../shared/hooks/useNow.ts';
import { InvitationCard } from './InvitationCard.tsx';
import { useAcceptInvite } from './useAcceptInvite.ts';
import { useMyInvitations, type MyInvitations } from './useMyInvitations.ts';

/** "in 3 hours" may be this old. */
const TICK_MS = 30_000;

/** What waits for the signed-in person, in any tenant. */
export function MyInvitationsPage() {
  const { user } = useAuth();
  const found = useMyInvitations();
  const email = user?.email ?? 'this account';
  return (
    <>
      <PageHeading lead={`Invitations sent to ${email}.`}>My invitations</PageHeading>
      <Content found={found} email={email} />
    </>
  );
}

function Content({ found, email }: { found: MyInvitations; email: string }) {
  switch (found.state) {
    case 'loading':
      return <ListSkeleton label="Loading your invitations" count={1} itemHeight={240} itemWidth="44rem" />;
    case 'failed':
      return (
        <Alert
          severity="error"
          action={
            <Button color="inherit" onClick={found.retry}>
              Try again
            </Button>
          }
        >
          {errorMessage('service/unavailable')}
        </Alert>
      );
    case 'not-proven':
      return (
        <Message
          icon={<MarkEmailUnreadOutlined />}
          title="Confirm your email address to see invitations"
          action={<ResetMailOffer email={email} />}
        >
          Open the link in your invitation email. Or get an email with a link to choose a new password: it
          confirms that {email} is yours.
        </Message>
      );
    case 'loaded':
      return <Invitations invites={found.invites} email={email} />;
  }
}

function Invitations({ invites, email }: { invites: PendingInviteDocument[]; email: string }) {
  const now = useNow(TICK_MS);
  const acceptance = useAcceptInvite();
  const waiting = invites.filter((invite) => isOpen(invite, new Date(now)));

  if (waiting.length === 0) {
    return (
      <Message icon={<DraftsOutlined />} title="No invitations">
        Invitations to {email} appear here. If you expect one, ask the person who invited you which email
        address they used.
      </Message>
    );
  }
  return (
    <Stack spacing={2.5} sx={{ maxWidth: '44rem' }}>
      {waiting.map((invite) => (
        <InvitationCard
          key={invite.tenantId}
          invite={invite}
          now={now}
          acceptance={acceptance}
          isOnly={waiting.length === 1}
        />
      ))}
    </Stack>
  );
}
