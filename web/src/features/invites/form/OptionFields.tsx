import Box from '@mui/material/Box';
import MenuItem from '@mui/material/MenuItem';
import { MESSAGE_LENGTH_MAX } from '../../../../../functions/src/contract/limits.ts';
import { hoursInWords } from '../../../shared/words/hoursInWords.ts';
import { EXPIRY_CHOICES } from './inviteFormSchema.ts';
import { InviteTextField, type InviteFormControl } from './InviteTextField.tsx';

interface OptionFieldsProps {
  control: InviteFormControl;
  /** What it is where nobody chooses, in words. */
  usualExpiry: string;
}

/** What may be said of an invitation beside who and as what. */
export function OptionFields({ control, usualExpiry }: OptionFieldsProps) {
  return (
    <Box sx={{ display: 'grid', gridTemplateColumns: { sm: '1fr 1fr' }, columnGap: 2, rowGap: 1.75 }}>
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
    </Box>
  );
}
