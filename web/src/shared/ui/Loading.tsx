import Box from '@mui/material/Box';
import CircularProgress from '@mui/material/CircularProgress';

/** A page, or a part of one, on its way. `label` says what is being waited for. */
export function Loading({ label }: { label: string }) {
  return (
    <Box role="status" sx={{ display: 'grid', placeItems: 'center', flex: 1, minHeight: 200 }}>
      <CircularProgress aria-label={label} />
    </Box>
  );
}
