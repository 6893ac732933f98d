import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { hoursInWords } from '../../shared/words/hoursInWords.ts';
import { SettingsSection } from '../../shared/ui/SettingsSection.tsx';
import { SwitchSetting } from '../../shared/ui/SwitchSetting.tsx';
import type { SettingsForm } from './useSettingsForm.ts';

/** Another one may be stored: the callable takes any number of hours. */
const LIFETIMES = [24, 72, 168, 336, 720];

/** How invitations are made, and how people come in by them. */
export function InvitationSettings({ values, change, problem }: SettingsForm) {
  const { inviteLifetimeHours } = values;
  const lifetimes = [...new Set([...LIFETIMES, inviteLifetimeHours])].sort((a, b) => a - b);
  const mistake = problem?.fields['inviteLifetimeHours'];
  return (
    <SettingsSection title="Invitations">
      <TextField
        select
        label="Invitations expire after"
        value={inviteLifetimeHours}
        onChange={(event) => change('inviteLifetimeHours', Number(event.target.value))}
        error={mistake !== undefined}
        helperText={mistake ?? 'You can choose another time for each invitation you send.'}
      >
        {lifetimes.map((hours) => (
          <MenuItem key={hours} value={hours}>
            {hoursInWords(hours)}
          </MenuItem>
        ))}
      </TextField>
      <SwitchSetting
        label="Send a reminder"
        checked={values.reminders}
        onChange={(checked) => change('reminders', checked)}
      >
        People who have not answered get one email a day before their invitation expires.
      </SwitchSetting>
      <SwitchSetting
        label="New links for expired invitations"
        checked={values.freshLinks}
        onChange={(checked) => change('freshLinks', checked)}
      >
        People who open an expired link can have a new one emailed to the invited address. When this is off,
        the person who invited them gets an email instead.
      </SwitchSetting>
      <SwitchSetting
        label="Join with a copied link"
        checked={values.handoverLinks}
        onChange={(checked) => change('handoverLinks', checked)}
      >
        People can set up their account with a link you copy or show as a QR code. When this is off, they need
        the link in the email.
      </SwitchSetting>
      <SwitchSetting
        label="Add the role only after they accept"
        checked={values.requireAcceptance}
        onChange={(checked) => change('requireAcceptance', checked)}
      >
        When this is off, the role is added to the account as soon as you invite someone. They still can't use
        it until they accept.
      </SwitchSetting>
    </SettingsSection>
  );
}
