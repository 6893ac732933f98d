import Box from '@mui/material/Box';
import type { PendingInviteDocument } from '../../../../../functions/src/contract/documents.ts';
import { BulkWork } from '../jobs/BulkWork.tsx';
import { JobsBar } from '../jobs/JobsBar.tsx';
import { InvitationList } from './InvitationList.tsx';
import { InvitationsFilter } from './InvitationsFilter.tsx';
import { InvitationsTabs, TAB_PANEL_ID, tabId } from './InvitationsTabs.tsx';
import { FIRST_VIEW, isNarrowed, type Tab } from './invitationsView.ts';
import { useAnswerToasts } from './useAnswerToasts.ts';
import { useInvitations } from './useInvitations.ts';
import { useInvitationsView } from './useInvitationsView.ts';
import { useOpenInAddress } from './useOpenInAddress.ts';
import { useRowSelection } from './useRowSelection.ts';
import { useTabCounts } from './useTabCounts.ts';

/** Rows of an earlier question say nothing about this one. */
const NO_ROWS: PendingInviteDocument[] = [];

/** The tabs whose invitations work on all that match is about: it leaves alone what has ended. */
const ALL_OPEN: readonly Tab[] = ['open', 'attention'];

interface WatchedInvitationsProps {
  tenantId: string;
  /** Who looks. */
  uid: string;
  /** Who may not see others' invitations is shown their own: the rules demand that the query says so. */
  seesAll: boolean;
}

/** The list under its tabs and filters, which live in the page's address, and the work on what is selected. */
export function WatchedInvitations({ tenantId, uid, seesAll }: WatchedInvitationsProps) {
  const { view, change } = useInvitationsView();
  const filter = { ...view, tenantId, inviterUid: seesAll ? view.inviterUid : uid };
  const invitations = useInvitations(filter);
  const counts = useTabCounts(filter, invitations.rows);
  const selecting = useRowSelection(filter);
  const job = useOpenInAddress('job');
  useAnswerToasts(JSON.stringify([filter, invitations.page]), invitations.stale ? NO_ROWS : invitations.rows);
  const matching = counts[view.tab] ?? null;

  return (
    <>
      <JobsBar tenantId={tenantId} uid={uid} onShow={job.open} />
      <InvitationsTabs tab={view.tab} counts={counts} onTab={(tab) => change({ tab })} />
      <InvitationsFilter
        tenantId={tenantId}
        view={view}
        seesAll={seesAll}
        rows={invitations.rows}
        onChange={change}
      />
      <BulkWork
        tenantId={tenantId}
        selection={selecting.selection}
        matching={ALL_OPEN.includes(view.tab) ? matching : null}
        onSelectMatching={() => matching !== null && selecting.selectMatching(matching)}
        onClear={selecting.clear}
        jobId={job.id}
        onShowJob={job.open}
        onCloseJob={job.close}
      />
      <Box role="tabpanel" id={TAB_PANEL_ID} aria-labelledby={tabId(view.tab)}>
        <InvitationList
          invitations={invitations}
          selecting={selecting}
          tab={view.tab}
          narrowed={isNarrowed(view)}
          onShowAll={() => change({ ...FIRST_VIEW, tab: 'all' })}
        />
      </Box>
    </>
  );
}
