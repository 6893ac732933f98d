import { Suspense, useState, type ReactNode } from 'react';
import type { InvitesJobAction } from '../../../../../functions/src/contract/jobDocuments.ts';
import { lazyPart } from '../../../shared/connection/lazyPart.ts';
import { FormDialog } from '../../../shared/ui/FormDialog.tsx';
import { Loading } from '../../../shared/ui/Loading.tsx';
import { BULK_WORDS } from './jobWords.ts';
import { SelectionBar } from './SelectionBar.tsx';
import type { Selection } from './selection.ts';

// Most visits work on one invitation, or none.
const BulkForm = lazyPart(() => import('./BulkForm.tsx'), 'BulkForm');
const JobDetails = lazyPart(() => import('./JobDetails.tsx'), 'JobDetails');

interface BulkWorkProps {
  tenantId: string;
  selection: Selection | null;
  matching: number | null;
  onSelectMatching: () => void;
  onClear: () => void;
  /** The job that is looked at. */
  jobId: string | null;
  onShowJob: (jobId: string) => void;
  onCloseJob: () => void;
}

/** What is done to all that are selected, and how it goes on. */
export function BulkWork({ tenantId, selection, jobId, onShowJob, onCloseJob, ...bar }: BulkWorkProps) {
  const [asked, setAsked] = useState<{ action: InvitesJobAction; selection: Selection } | null>(null);
  const close = () => setAsked(null);
  return (
    <>
      {selection && (
        <SelectionBar {...bar} selection={selection} onAct={(action) => setAsked({ action, selection })} />
      )}
      <WorkDialog label={asked ? BULK_WORDS[asked.action].doing : ''} open={asked !== null} onClose={close}>
        {asked && (
          <BulkForm
            {...asked}
            tenantId={tenantId}
            onClose={close}
            onStarted={(started) => {
              close();
              bar.onClear();
              onShowJob(started);
            }}
          />
        )}
      </WorkDialog>
      <WorkDialog label="Work on many invitations" open={jobId !== null} onClose={onCloseJob}>
        {jobId !== null && <JobDetails tenantId={tenantId} jobId={jobId} onClose={onCloseJob} />}
      </WorkDialog>
    </>
  );
}

interface WorkDialogProps {
  label: string;
  open: boolean;
  onClose: () => void;
  children: ReactNode;
}

function WorkDialog({ children, ...dialog }: WorkDialogProps) {
  return (
    <FormDialog {...dialog}>
      <Suspense fallback={<Loading label="Loading" />}>{children}</Suspense>
    </FormDialog>
  );
}
