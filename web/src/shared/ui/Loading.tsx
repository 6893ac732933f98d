import Box from '@mui/material/Box';
import CircularProgress from '@mui/material/CircularProgress';
import { SlowNote } from '../connection/SlowNote.tsx';
import { placeholderAppears } from './placeholderAppears.ts';

/** A page, or a part of one, on its way. `label` says what is being waited for. */
export function Loading({ label }: { label: string }) {
  return (
    <Box
      role="status"
      sx={{
        display: 'grid',
        placeContent: 'center',
        justifyItems: 'center',
        gap: 2,
        px: 2,
        flex: 1,
        minHeight: 200,
        textAlign: 'center',
        ...placeholderAppears,
      }}
    >
      <CircularProgress aria-label={label} />
      <SlowNote />
    </Box>
  );
}
