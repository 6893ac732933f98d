import Box from '@mui/material/Box';
import CircularProgress from '@mui/material/CircularProgress';
import { keyframes } from '@mui/material/styles';

const appear = keyframes({ from: { opacity: 0 } });
/** What comes sooner needs no word: a spinner that flashes is worse than none. */
const PATIENCE = '300ms';

/** A page, or a part of one, on its way. `label` says what is being waited for. */
export function Loading({ label }: { label: string }) {
  return (
    <Box
      role="status"
      sx={{
        display: 'grid',
        placeItems: 'center',
        flex: 1,
        minHeight: 200,
        animation: `${appear} 150ms ${PATIENCE} backwards`,
      }}
    >
      <CircularProgress aria-label={label} />
    </Box>
  );
}
