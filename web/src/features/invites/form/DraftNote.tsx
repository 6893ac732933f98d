import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';

/** Says that the form is filled in with what was typed before. */
export function DraftNote({ onStartOver }: { onStartOver: () => void }) {
  return (
    <Alert
      severity="info"
      role="status"
      sx={{ mb: 2.5 }}
      action={
        <Button color="inherit" onClick={onStartOver}>
          Start over
        </Button>
      }
    >
      We kept what you typed.
    </Alert>
  );
}
