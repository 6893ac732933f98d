import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import LinearProgress from '@mui/material/LinearProgress';
import Typography from '@mui/material/Typography';
import type { JobDocument, JobRow } from '../../../../../functions/src/contract/jobDocuments.ts';
import { useCallable } from '../../../shared/callable/useCallable.ts';
import { Loading } from '../../../shared/ui/Loading.tsx';
import { Message } from '../../../shared/ui/Message.tsx';
import { Refusal } from '../../../shared/ui/Refusal.tsx';
import { isEnded, jobTitle, outcomeInWords, progressInWords, stateInWords } from './jobWords.ts';
import { useJob } from './useJob.ts';

interface JobDetailsProps {
  tenantId: string;
  jobId: string;
  onClose: () => void;
}

/** A job as it goes on: how far it is, and what became of each invitation. It goes on without anybody looking. */
export function JobDetails({ tenantId, jobId, onClose }: JobDetailsProps) {
  const { job, rows } = useJob(tenantId, jobId);
  if (job.state === 'loading') return <Loading label="Loading the work" />;
  if (job.state === 'failed' || !job.document) {
    return <Message title="You can't see this">It is too old, or someone else started it.</Message>;
  }
  return <Watched job={job.document} rows={rows} onClose={onClose} />;
}

interface WatchedProps {
  job: JobDocument;
  rows: readonly JobRow[];
  onClose: () => void;
}

function Watched({ job, rows, onClose }: WatchedProps) {
  const { counts, total } = job;
  const ended = isEnded(job);
  const tried = counts.done + counts.skipped + counts.failed;
  return (
    <>
      <Typography variant="h2" gutterBottom>
        {jobTitle(job)}
      </Typography>
      <LinearProgress
        aria-label="Progress"
        variant={total === 0 && !ended ? 'indeterminate' : 'determinate'}
        value={total === 0 ? 0 : (tried / total) * 100}
        sx={{ height: 8, borderRadius: 4, mb: 1.5 }}
      />
      <Typography role="status">
        {[stateInWords(job), progressInWords(job)].filter((words) => words !== null).join('. ')}
      </Typography>
      {!ended && (
        <Typography variant="body2" sx={{ color: 'text.secondary', mt: 0.5 }}>
          You can close this. The work continues.
        </Typography>
      )}
      <Outcomes rows={rows} />
      <JobButtons job={job} onClose={onClose} />
    </>
  );
}

function JobButtons({ job, onClose }: Omit<WatchedProps, 'rows'>) {
  const { tenantId, jobId, state, counts } = job;
  const retry = useCallable('retryJob');
  const stop = useCallable('setJobState');
  const error = retry.error ?? stop.error;
  return (
    <>
      {error && <Refusal fieldsSayMore={false}>{error.message}</Refusal>}
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1.5, mt: 3, justifyContent: 'flex-end' }}>
        {!isEnded(job) && (
          <Button
            loading={stop.loading}
            onClick={() => void stop.run({ tenantId, jobId, state: 'cancelled' })}
          >
            Stop
          </Button>
        )}
        {state === 'done' && counts.retriable > 0 && (
          <Button
            variant="contained"
            loading={retry.loading}
            onClick={() => void retry.run({ tenantId, jobId })}
          >
            Try the {counts.retriable} failed again
          </Button>
        )}
        <Button variant="outlined" onClick={onClose}>
          Close
        </Button>
      </Box>
    </>
  );
}

/** More than anybody reads; those that went wrong come first. */
const SHOWN_MAX = 300;
const ORDER = ['failed', 'skipped', 'none', 'done'];

function Outcomes({ rows }: { rows: readonly JobRow[] }) {
  const placeOf = ({ outcome }: JobRow) => ORDER.indexOf(outcome?.state ?? 'none');
  const sorted = rows.map((row) => ({ row, place: placeOf(row) })).sort((a, b) => a.place - b.place);
  if (rows.length === 0) return null;
  return (
    <Box
      component="ul"
      aria-label="Outcomes"
      // Reached by keyboard too: it scrolls.
      tabIndex={0}
      sx={{ listStyle: 'none', p: 0, mt: 2, mb: 0, maxHeight: 320, overflowY: 'auto' }}
    >
      {sorted.slice(0, SHOWN_MAX).map(({ row: { row, outcome } }) => (
        <Box
          key={String(row['uid'])}
          component="li"
          sx={{ py: 0.75, borderTop: 1, borderColor: 'divider', display: 'flex', gap: 2 }}
        >
          <Typography variant="body2" sx={{ flex: '0 1 12rem', overflowWrap: 'anywhere' }}>
            {row['name'] ?? 'Someone'}
          </Typography>
          <Typography
            variant="body2"
            sx={{ flex: 1, color: outcome?.state === 'failed' ? 'error.main' : 'text.secondary' }}
          >
            {outcomeInWords(outcome)}
          </Typography>
        </Box>
      ))}
      {rows.length > SHOWN_MAX && <li>And {rows.length - SHOWN_MAX} more.</li>}
    </Box>
  );
}
