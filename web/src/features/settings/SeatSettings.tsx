import Typography from '@mui/material/Typography';
import { Field } from '../../shared/ui/Field.tsx';
import { SettingsSection } from '../../shared/ui/SettingsSection.tsx';
import type { SettingsForm } from './useSettingsForm.ts';

interface SeatSettingsProps {
  form: SettingsForm;
  used: number;
  limit: number | null;
  /** HRX alone sets the number. */
  canChange: boolean;
}

export function SeatSettings({ form, used, limit, canChange }: SeatSettingsProps) {
  const mistake = form.problem?.fields['seatLimit'];
  return (
    <SettingsSection title="Seats">
      <Typography>{seatsInWords(used, limit)}</Typography>
      {canChange ? (
        <Field
          label="Number of seats"
          isDigits
          autoComplete="off"
          value={form.values.seatLimit}
          onChange={(value) => form.change('seatLimit', value)}
          error={mistake !== undefined}
          helperText={mistake ?? 'Leave it empty for no limit. Only HRX can change this.'}
        />
      ) : (
        <Typography sx={{ color: 'text.secondary' }}>
          Only HRX can change the number of seats. Ask your HRX contact.
        </Typography>
      )}
    </SettingsSection>
  );
}

function seatsInWords(used: number, limit: number | null): string {
  const seats = used === 1 ? '1 seat is used' : `${used} seats are used`;
  const all = limit === null ? `${seats}. There is no limit.` : `${used} of ${limit} seats are used.`;
  return `${all} Members and open invitations each use one.`;
}
