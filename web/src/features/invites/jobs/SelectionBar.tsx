import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import {
  INVITES_JOB_ACTIONS,
  type InvitesJobAction,
} from '../../../../../functions/src/contract/jobDocuments.ts';
import { BULK_WORDS } from './jobWords.ts';
import { sizeOf, type Selection } from './selection.ts';

interface SelectionBarProps {
  selection: Selection;
  /** How many match in all, where more than those on the screen can be selected. */
  matching: number | null;
  onSelectMatching: () => void;
  onClear: () => void;
  onAct: (action: InvitesJobAction) => void;
}

/** How many are selected, and what can be done to them. */
export function SelectionBar({ selection, matching, onSelectMatching, onClear, onAct }: SelectionBarProps) {
  const count = sizeOf(selection);
  return (
    <Box
      role="group"
      aria-label="Selected invitations"
      sx={{
        // It stays in sight under the header while one goes on selecting.
        position: 'sticky',
        top: { xs: 60, sm: 68 },
        zIndex: 2,
        display: 'flex',
        flexWrap: 'wrap',
        alignItems: 'center',
        gap: 1,
        mb: 1.5,
        px: 1.5,
        py: 0.5,
        borderRadius: '12px',
        bgcolor: 'primary.light',
      }}
    >
      <Typography role="status" sx={{ fontWeight: 600, mr: 1 }}>
        {count} selected
      </Typography>
      {matching !== null && matching > count && (
        <Button onClick={onSelectMatching}>Select all {matching} that match</Button>
      )}
      <Button onClick={onClear}>Clear</Button>
      <Box sx={{ flex: 1, display: { xs: 'none', sm: 'block' } }} />
      {INVITES_JOB_ACTIONS.map((action) => (
        <Button key={action} variant="outlined" onClick={() => onAct(action)}>
          {BULK_WORDS[action].verb}
        </Button>
      ))}
    </Box>
  );
}
