import ForwardToInboxOutlined from '@mui/icons-material/ForwardToInboxOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import useMediaQuery from '@mui/material/useMediaQuery';
import { useRef } from 'react';
import { PageButtons } from '../../../shared/paging/PageButtons.tsx';
import { ListSkeleton } from '../../../shared/ui/ListSkeleton.tsx';
import { Message } from '../../../shared/ui/Message.tsx';
import { useNow } from '../../../shared/hooks/useNow.ts';
import { CARD_WIDTH, InvitationCards } from './InvitationCards.tsx';
import { InvitationsTable, type InvitationRows } from './InvitationsTable.tsx';
import { NoRightsHere } from './NoRightsHere.tsx';
import type { Invitations } from './useInvitations.ts';

interface InvitationListStates extends Pick<InvitationRows, 'onCopyLink'> {
  invitations: Invitations;
  /** Whether a search or a status narrows the list. */
  filtered: boolean;
  onClearFilter: () => void;
}

/** How often times in words move on. */
const TICK_MS = 20_000;

/** The width from which seven columns fit beside the navigation. */
const ROOM_FOR_COLUMNS = '(min-width: 1280px)';

/** One page of invitations in each of its states. */
export function InvitationList({ invitations, filtered, onClearFilter, onCopyLink }: InvitationListStates) {
  const now = useNow(TICK_MS);
  const hasColumns = useMediaQuery(ROOM_FOR_COLUMNS, { noSsr: true });
  const top = useRef<HTMLDivElement>(null);
  const { state, rows: invites, stale, page, retry } = invitations;

  if (state === 'loading') {
    const item = hasColumns ? { itemHeight: 66 } : { itemHeight: 230, itemWidth: CARD_WIDTH };
    return <ListSkeleton label="Loading invitations" count={6} {...item} />;
  }
  if (state === 'denied') return <NoRightsHere />;
  if (state === 'failed') {
    return (
      <Message
        title="The invitations didn't load"
        action={
          <Button variant="contained" onClick={retry}>
            Try again
          </Button>
        }
      >
        Check your connection and try again.
      </Message>
    );
  }
  if (invites.length === 0 && page === 1) {
    return filtered ? (
      <Message
        title="No invitations found"
        action={
          <Button variant="outlined" onClick={onClearFilter}>
            Show all invitations
          </Button>
        }
      >
        Try the start of a name or email address, or another status.
      </Message>
    ) : (
      <Message title="No invitations yet" icon={<ForwardToInboxOutlined />}>
        People you invite appear here. You can see when they accept.
      </Message>
    );
  }
  const List = hasColumns ? InvitationsTable : InvitationCards;
  return (
    <Box ref={top} aria-busy={stale} sx={{ opacity: stale ? 0.6 : 1, scrollMarginTop: 80 }}>
      <List invites={invites} now={now} onCopyLink={onCopyLink} />
      <PageButtons
        {...invitations}
        label="Pages of invitations"
        onTurn={() => top.current?.scrollIntoView({ block: 'start' })}
      />
    </Box>
  );
}
