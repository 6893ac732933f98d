import ExpandMore from '@mui/icons-material/ExpandMore';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Collapse from '@mui/material/Collapse';
import FormControlLabel from '@mui/material/FormControlLabel';
import FormHelperText from '@mui/material/FormHelperText';
import MenuItem from '@mui/material/MenuItem';
import Switch from '@mui/material/Switch';
import { useId } from 'react';
import { useController } from 'react-hook-form';
import { MESSAGE_LENGTH_MAX } from '../../../../../functions/src/contract/limits.ts';
import { hoursInWords } from '../../../shared/words/hoursInWords.ts';
import { EXPIRY_CHOICES } from './inviteFormSchema.ts';
import { InviteTextField, type InviteFormControl } from './InviteTextField.tsx';
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
        <Box
          sx={{
            display: 'grid',
            gridTemplateColumns: { sm: '1fr 1fr' },
            columnGap: 2,
            rowGap: 1.75,
            pt: 1.5,
          }}
        >
          <InviteTextField
            name="customMessage"
            control={control}
            label="Message"
            multiline
            minRows={2}
            maxRows={6}
            helperText="Shown in the email and on the invitation page."
            slotProps={{ htmlInput: { maxLength: MESSAGE_LENGTH_MAX } }}
            sx={{ gridColumn: '1 / -1' }}
          />
          <InviteTextField name="designation" control={control} label="Job title" autoComplete="off" />
          <InviteTextField name="department" control={control} label="Department" autoComplete="off" />
          <InviteTextField
            name="expiresInHours"
            control={control}
            label="Invitation expires after"
            select
            slotProps={{ inputLabel: { shrink: true }, select: { displayEmpty: true } }}
          >
            {EXPIRY_CHOICES.map((hours) => (
              <MenuItem key={hours} value={hours}>
                {hours === '' ? usualExpiry : hoursInWords(Number(hours))}
              </MenuItem>
            ))}
          </InviteTextField>
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
    <Box sx={{ gridColumn: '1 / -1' }}>
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
