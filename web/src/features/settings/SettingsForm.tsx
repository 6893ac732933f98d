import Stack from '@mui/material/Stack';
import { useEffect, useRef } from 'react';
import type { TenantSettingsDocument } from '../../../../functions/src/contract/documents.ts';
import type { Problem } from '../../shared/callable/toProblem.ts';
import { EmailSettings } from './EmailSettings.tsx';
import { InvitationSettings } from './InvitationSettings.tsx';
import { SaveBar } from './SaveBar.tsx';
import { SeatSettings } from './SeatSettings.tsx';
import { useSettingsForm } from './useSettingsForm.ts';

interface SettingsFormProps {
  tenantId: string;
  settings: TenantSettingsDocument;
  isHrx: boolean;
}

/** All settings, saved together by one button that is there when something has changed. */
export function SettingsForm({ tenantId, settings, isHrx }: SettingsFormProps) {
  const form = useSettingsForm(tenantId, settings);
  const { problem, hasChanges } = form;
  const element = useFollowedFocus(hasChanges, problem);

  return (
    <Stack
      ref={element}
      component="form"
      noValidate
      aria-label="Settings"
      tabIndex={-1}
      spacing={3}
      // WCAG 2.2, 2.4.11: what has the focus is not under the bar.
      sx={{ maxWidth: '44rem', '&:focus': { outline: 'none' }, '& input': { scrollMarginBottom: 120 } }}
      onSubmit={(event) => {
        event.preventDefault();
        if (hasChanges) form.save();
      }}
    >
      <InvitationSettings {...form} />
      <EmailSettings {...form} />
      <SeatSettings form={form} used={settings.seatsUsed} limit={settings.seatLimit} canChange={isHrx} />
      {hasChanges && (
        <SaveBar saving={form.saving} problem={problem && sentenceOf(problem)} onDiscard={form.discard} />
      )}
    </Stack>
  );
}

function sentenceOf({ fields, message }: Problem): string {
  return Object.keys(fields).length > 0 ? 'Nothing was saved. Correct the marked field.' : message;
}

/** The focus goes to the field that was refused; and to the form when the button that had it goes with the last change. */
function useFollowedFocus(hasChanges: boolean, problem: Problem | null) {
  const element = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (problem) element.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [problem]);
  useEffect(() => {
    const form = element.current;
    if (!hasChanges) return;
    return () => {
      if (document.activeElement === document.body) form?.focus({ preventScroll: true });
    };
  }, [hasChanges]);
  return element;
}
