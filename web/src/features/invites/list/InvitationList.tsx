import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import useMediaQuery from '@mui/material/useMediaQuery';
import { useRef } from 'react';
import { PageButtons } from '../../../shared/paging/PageButtons.tsx';
import { ListSkeleton } from '../../../shared/ui/ListSkeleton.tsx';
import { Message } from '../../../shared/ui/Message.tsx';
import { useNow } from '../../../shared/hooks/useNow.ts';
import { EmptyList } from './EmptyList.tsx';
import { CARD_WIDTH, InvitationCards } from './InvitationCards.tsx';
import { InvitationsTable } from './InvitationsTable.tsx';
import type { Tab } from './invitationsView.ts';
import { NoRightsHere } from './NoRightsHere.tsx';
import type { Invitations } from './useInvitations.ts';
import type { RowSelection } from './useRowSelection.ts';

interface InvitationListProps {
  invitations: Invitations;
  selecting: RowSelection;
  tab: Tab;
  /** Whether a search or a filter narrows the list. */
  narrowed: boolean;
  onShowAll: () => void;
}

/** How often times in words move on. */
const TICK_MS = 20_000;

/** The width from which the columns fit beside the navigation. */
const ROOM_FOR_COLUMNS = '(min-width: 1280px)';

/** One page of invitations in each of its states. */
export function InvitationList({ invitations, selecting, ...empty }: InvitationListProps) {
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
  if (invites.length === 0 && page === 1) return <EmptyList {...empty} />;
  const List = hasColumns ? InvitationsTable : InvitationCards;
  return (
    <Box ref={top} aria-busy={stale} sx={{ opacity: stale ? 0.6 : 1, scrollMarginTop: 80 }}>
      <List invites={invites} now={now} selecting={selecting} />
      <PageButtons
        {...invitations}
        label="Pages of invitations"
        onTurn={() => top.current?.scrollIntoView({ block: 'start' })}
      />
    </Box>
  );
}
