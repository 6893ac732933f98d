import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import { useEffect, useRef } from 'react';
import type { TenantSettingsDocument } from '../../../../functions/src/contract/documents.ts';
import { EmailSettings } from './EmailSettings.tsx';
import { InvitationSettings } from './InvitationSettings.tsx';
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
  const element = useRef<HTMLFormElement>(null);
  const hasFieldProblem = Object.keys(problem?.fields ?? {}).length > 0;

  // The button that had the focus goes with the last change.
  useEffect(() => {
    const node = element.current;
    if (!hasChanges) return;
    return () => {
      if (document.activeElement === document.body) node?.focus({ preventScroll: true });
    };
  }, [hasChanges]);

  return (
    <Stack
      ref={element}
      component="form"
      noValidate
      aria-label="Settings"
      tabIndex={-1}
      spacing={3}
      sx={{ maxWidth: '44rem', '&:focus': { outline: 'none' } }}
      onSubmit={(event) => {
        event.preventDefault();
        if (hasChanges) form.save();
      }}
    >
      <InvitationSettings {...form} />
      <EmailSettings {...form} />
      <SeatSettings form={form} used={settings.seatsUsed} limit={settings.seatLimit} canChange={isHrx} />
      {problem && (
        <Alert severity="error">
          {hasFieldProblem ? 'Nothing was saved. Correct the marked field.' : problem.message}
        </Alert>
      )}
      {hasChanges && (
        <Box
          sx={{
            position: 'sticky',
            bottom: 0,
            display: 'flex',
            justifyContent: 'flex-end',
            gap: 1.5,
            py: 2,
            bgcolor: 'background.default',
            borderTop: 1,
            borderColor: 'divider',
          }}
        >
          <Button disabled={form.saving} onClick={form.discard}>
            Discard changes
          </Button>
          <Button type="submit" variant="contained" loading={form.saving}>
            Save changes
          </Button>
        </Box>
      )}
    </Stack>
  );
}
