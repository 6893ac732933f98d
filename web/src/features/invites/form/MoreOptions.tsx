import ExpandMore from '@mui/icons-material/ExpandMore';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Collapse from '@mui/material/Collapse';
import FormControlLabel from '@mui/material/FormControlLabel';
import FormHelperText from '@mui/material/FormHelperText';
import Switch from '@mui/material/Switch';
import { useId } from 'react';
import { useController } from 'react-hook-form';
import type { InviteFormControl } from './InviteTextField.tsx';
import { OptionFields } from './OptionFields.tsx';
import { useUsualExpiry } from './useUsualExpiry.ts';

interface MoreOptionsProps {
  control: InviteFormControl;
  tenantId: string;
  open: boolean;
  onToggle: () => void;
}

/** What most invitations leave as it is. */
export function MoreOptions({ control, tenantId, open, onToggle }: MoreOptionsProps) {
  const id = useId();
  const usualExpiry = useUsualExpiry(tenantId);
  return (
    <Box>
      <Button
        onClick={onToggle}
        aria-expanded={open}
        aria-controls={id}
        endIcon={<ExpandMore sx={{ transform: open ? 'rotate(180deg)' : 'none' }} />}
        sx={{ ml: -1.5, px: 1.5 }}
      >
        More options
      </Button>
      <Collapse in={open} id={id}>
        <Box sx={{ pt: 1.5 }}>
          <OptionFields control={control} usualExpiry={usualExpiry} />
          <WithoutPassword control={control} />
        </Box>
      </Collapse>
    </Box>
  );
}

function WithoutPassword({ control }: { control: InviteFormControl }) {
  const id = useId();
  const {
    field: { ref, value, ...field },
  } = useController({ name: 'withoutPassword', control });
  return (
    <Box sx={{ mt: 1 }}>
      <FormControlLabel
        control={<Switch {...field} checked={value} slotProps={{ input: { ref, 'aria-describedby': id } }} />}
        label="No password needed"
      />
      <FormHelperText id={id} sx={{ mt: -0.5 }}>
        They sign in with a link in the email instead.
      </FormHelperText>
    </Box>
  );
}
