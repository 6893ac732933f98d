import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import type { ReactNode, SyntheticEvent } from 'react';
import type { Problem } from '../../../shared/callable/toProblem.ts';
import { Refusal } from '../../../shared/ui/Refusal.tsx';

interface ActionFormProps {
  title: string;
  children: ReactNode;
  /** What the button does, in its words. */
  confirm: string;
  /** It ends something. */
  danger?: boolean;
  /** It cannot be done now; the content says why. */
  disabled?: boolean;
  loading: boolean;
  error: Problem | null;
  onConfirm: () => void;
  onCancel: () => void;
}

/** The inside of a dialog that does one thing to an invitation: what will happen, a button for it, and why it was refused. */
export function ActionForm(props: ActionFormProps) {
  const { danger = false, disabled = false, loading, error, onConfirm, onCancel } = props;
  const handleSubmit = (event: SyntheticEvent) => {
    event.preventDefault();
    onConfirm();
  };
  return (
    <form noValidate onSubmit={handleSubmit}>
      <Typography variant="h2" gutterBottom sx={{ overflowWrap: 'anywhere' }}>
        {props.title}
      </Typography>
      {props.children}
      {error && <Refusal fieldsSayMore={Object.keys(error.fields).length > 0}>{error.message}</Refusal>}
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1.5, mt: 3, justifyContent: 'flex-end' }}>
        <Button onClick={onCancel}>Cancel</Button>
        <Button
          type="submit"
          variant="contained"
          color={danger ? 'error' : 'primary'}
          disabled={disabled}
          loading={loading}
          loadingPosition="start"
        >
          {props.confirm}
        </Button>
      </Box>
    </form>
  );
}
