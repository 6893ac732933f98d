import { Field } from '../../shared/ui/Field.tsx';
import { SettingsSection } from '../../shared/ui/SettingsSection.tsx';
import { TimeZoneField } from './TimeZoneField.tsx';
import type { SettingsForm } from './useSettingsForm.ts';

/** What the company's emails say of whom to answer, and of times. */
export function EmailSettings({ values, change, problem }: SettingsForm) {
  const { replyTo, timeZone } = problem?.fields ?? {};
  return (
    <SettingsSection title="Emails">
      <Field
        label="Reply address"
        type="email"
        autoComplete="off"
        isCode
        value={values.replyTo}
        onChange={(value) => change('replyTo', value)}
        error={replyTo !== undefined}
        helperText={
          replyTo ??
          'Replies to invitation emails go to this address. Leave it empty if nobody should get replies.'
        }
      />
      <TimeZoneField
        value={values.timeZone}
        onChange={(value) => change('timeZone', value)}
        error={timeZone !== undefined}
        helperText={timeZone ?? 'Emails say in this time zone when an invitation expires.'}
      />
    </SettingsSection>
  );
}
