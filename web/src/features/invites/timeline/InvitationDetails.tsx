import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Chip from '@mui/material/Chip';
import Typography from '@mui/material/Typography';
import { documentKeys } from '../../../../../functions/src/contract/documentKeys.ts';
import type { PendingInviteDocument } from '../../../../../functions/src/contract/documents.ts';
import { statusAt } from '../../../../../functions/src/domain/inviteStatus.ts';
import { useLiveDocument } from '../../../shared/firebase/useLiveDocument.ts';
import { useNow } from '../../../shared/hooks/useNow.ts';
import { Loading } from '../../../shared/ui/Loading.tsx';
import { Message } from '../../../shared/ui/Message.tsx';
import { roleInWords } from '../../../shared/words/roleInWords.ts';
import { dateInWords } from '../../../shared/words/timeInWords.ts';
import { nameOf, STATUS_WORDS } from '../inviteWords.ts';
import { ACTION_WORDS } from '../manage/inviteActions.ts';
import { useManagement } from '../manage/ManageContext.ts';
import { TimelineList } from './TimelineList.tsx';
import { useTimeline } from './useTimeline.ts';

const TICK_MS = 20_000;

interface InvitationDetailsProps {
  tenantId: string;
  uid: string;
}

/** What an invitation is, what can be done to it, and what happened: live. */
export function InvitationDetails({ tenantId, uid }: InvitationDetailsProps) {
  const live = useLiveDocument(documentKeys.pendingInvite(tenantId, uid));
  if (live.state === 'loading') return <Loading label="Loading the invitation" />;
  if (live.state === 'failed' || !live.document) {
    return (
      <Message title="You can't see this invitation">
        It doesn't exist, or it isn't one that you can see. Ask an Admin of this company.
      </Message>
    );
  }
  return <Details invite={live.document} />;
}

function Details({ invite }: { invite: PendingInviteDocument }) {
  const now = useNow(TICK_MS);
  const { label, color } = STATUS_WORDS[statusAt(invite, new Date(now))];
  return (
    <>
      <Box sx={{ display: 'flex', gap: 1.5, alignItems: 'flex-start', justifyContent: 'space-between' }}>
        <Typography variant="h2" sx={{ overflowWrap: 'anywhere' }}>
          {nameOf(invite)}
        </Typography>
        <Chip size="small" variant="outlined" label={label} color={color} />
      </Box>
      <Typography sx={{ color: 'text.secondary', overflowWrap: 'anywhere' }}>{invite.email}</Typography>
      <Actions invite={invite} now={now} />
      <Facts invite={invite} />
      <Typography variant="h3" sx={{ mt: 3, mb: 1.5 }}>
        Timeline
      </Typography>
      <WatchedTimeline invite={invite} now={now} />
    </>
  );
}

function Actions({ invite, now }: { invite: PendingInviteDocument; now: number }) {
  const { actionsFor, start } = useManagement();
  const actions = actionsFor(invite, now);
  if (actions.length === 0) return null;
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, mt: 2 }}>
      {actions.map((action) => (
        <Button key={action} variant="outlined" onClick={() => start(action, invite)}>
          {ACTION_WORDS[action]}
        </Button>
      ))}
    </Box>
  );
}

function Facts({ invite }: { invite: PendingInviteDocument }) {
  const facts: [term: string, value: string | null][] = [
    ['Role', roleInWords(invite)],
    ['Job title', invite.designation],
    ['Department', invite.department],
    ['Invited by', invite.inviterName],
    ['Expires', invite.status === 'pending' ? dateInWords(invite.expiresAt.toMillis()) : null],
    ['Message', invite.message],
  ];
  return (
    <Box
      component="dl"
      sx={{ display: 'grid', gridTemplateColumns: '6.5rem 1fr', gap: 0.75, mt: 2.5, mb: 0 }}
    >
      {facts
        .filter(([, value]) => value !== null)
        .map(([term, value]) => (
          <Box key={term} sx={{ display: 'contents' }}>
            <Typography component="dt" variant="body2" sx={{ color: 'text.secondary' }}>
              {term}
            </Typography>
            <Typography component="dd" variant="body2" sx={{ m: 0, overflowWrap: 'anywhere' }}>
              {value}
            </Typography>
          </Box>
        ))}
    </Box>
  );
}

function WatchedTimeline({ invite, now }: { invite: PendingInviteDocument; now: number }) {
  const timeline = useTimeline(invite);
  if (timeline.state === 'loading') return <Loading label="Loading the timeline" />;
  if (timeline.state === 'failed') {
    return <Typography>The timeline didn't load. Close this and try again.</Typography>;
  }
  return <TimelineList events={timeline.events} now={now} />;
}
