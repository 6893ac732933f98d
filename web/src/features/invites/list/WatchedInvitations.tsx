import Box from '@mui/material/Box';
import type { PendingInviteDocument } from '../../../../../functions/src/contract/documents.ts';
import { InvitationList } from './InvitationList.tsx';
import { InvitationsFilter } from './InvitationsFilter.tsx';
import { InvitationsTabs, TAB_PANEL_ID, tabId } from './InvitationsTabs.tsx';
import { FIRST_VIEW, isNarrowed } from './invitationsView.ts';
import { useAnswerToasts } from './useAnswerToasts.ts';
import { useInvitations } from './useInvitations.ts';
import { useInvitationsView } from './useInvitationsView.ts';
import { useTabCounts } from './useTabCounts.ts';

/** Rows of an earlier question say nothing about this one. */
const NO_ROWS: PendingInviteDocument[] = [];

interface WatchedInvitationsProps {
  tenantId: string;
  /** Only the invitations that this person sent, for who may not read others': the rules demand it. */
  sentBy: string | null;
}

/** The list under its tabs and filters, which live in the page's address. */
export function WatchedInvitations({ tenantId, sentBy }: WatchedInvitationsProps) {
  const { view, change } = useInvitationsView();
  const filter = { ...view, tenantId, inviterUid: sentBy ?? view.inviterUid };
  const invitations = useInvitations(filter);
  const counts = useTabCounts(filter, invitations.rows);
  useAnswerToasts(JSON.stringify([filter, invitations.page]), invitations.stale ? NO_ROWS : invitations.rows);

  return (
    <>
      <InvitationsTabs tab={view.tab} counts={counts} onTab={(tab) => change({ tab })} />
      <InvitationsFilter
        tenantId={tenantId}
        view={view}
        seesAll={sentBy === null}
        rows={invitations.rows}
        onChange={change}
      />
      <Box role="tabpanel" id={TAB_PANEL_ID} aria-labelledby={tabId(view.tab)}>
        <InvitationList
          invitations={invitations}
          tab={view.tab}
          narrowed={isNarrowed(view)}
          onShowAll={() => change({ ...FIRST_VIEW, tab: 'all' })}
        />
      </Box>
    </>
  );
}
