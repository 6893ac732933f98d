import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';

interface SaveBarProps {
  saving: boolean;
  /** Why the last attempt failed. */
  problem: string | null;
  onDiscard: () => void;
}

/** At the foot of the screen while something is changed and not saved: above all that scrolls under it. */
export function SaveBar({ saving, problem, onDiscard }: SaveBarProps) {
  return (
    <Box
      sx={{
        position: 'sticky',
        bottom: 0,
        zIndex: 2,
        py: 2,
        bgcolor: 'background.default',
        borderTop: 1,
        borderColor: 'divider',
      }}
    >
      {problem && (
        <Alert severity="error" sx={{ mb: 2 }}>
          {problem}
        </Alert>
      )}
      <Box sx={{ display: 'flex', flexWrap: 'wrap', justifyContent: 'flex-end', gap: 1.5 }}>
        <Button disabled={saving} onClick={onDiscard}>
          Discard changes
        </Button>
        <Button type="submit" variant="contained" loading={saving}>
          Save changes
        </Button>
      </Box>
    </Box>
  );
}
