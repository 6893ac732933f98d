import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useNow } from '../../../shared/hooks/useNow.ts';
import { jobTitle, progressInWords } from './jobWords.ts';
import { useMyJobs } from './useMyJobs.ts';

const TICK_MS = 60_000;

interface JobsBarProps {
  tenantId: string;
  uid: string;
  onShow: (jobId: string) => void;
}

/** The work on many invitations that this person started: it goes on while they are elsewhere, and is found here again. */
export function JobsBar({ tenantId, uid, onShow }: JobsBarProps) {
  const jobs = useMyJobs(tenantId, uid, useNow(TICK_MS));
  if (jobs.length === 0) return null;
  return (
    <Box component="ul" aria-label="Your work" sx={{ listStyle: 'none', p: 0, mt: 0, mb: 1.5 }}>
      {jobs.map((job) => (
        <li key={job.jobId}>
          <Alert
            severity={job.counts.failed > 0 ? 'warning' : 'info'}
            role="presentation"
            sx={{ py: 0, mb: 0.5 }}
            action={
              <Button color="inherit" onClick={() => onShow(job.jobId)}>
                Show
              </Button>
            }
          >
            {jobTitle(job)}: {progressInWords(job)}
          </Alert>
        </li>
      ))}
    </Box>
  );
}
