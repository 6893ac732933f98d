import { zodResolver } from '@hookform/resolvers/zod';
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useForm, useWatch } from 'react-hook-form';
import { ROLES, type Role } from '../../../../../functions/src/contract/roles.ts';
import { CallError } from '../../../shared/callable/CallError.ts';
import { useCallable } from '../../../shared/callable/useCallable.ts';
import { useToast } from '../../../shared/ui/ToastContext.ts';
import { hoursInWords } from '../../../shared/words/hoursInWords.ts';
import { grantableLevels, grantableRoles, nearestLevel } from '../form/grantable.ts';
import { InviteFields } from '../form/InviteFields.tsx';
import {
  formFieldFor,
  inviteFormSchema,
  type InviteFormInput,
  type InviteFormValues,
} from '../form/inviteFormSchema.ts';
import { OptionFields } from '../form/OptionFields.tsx';
import { presetLevel } from '../form/presets.ts';
import { useGranter } from '../form/useGranter.ts';
import { nameOf } from '../inviteWords.ts';
import { ActionForm } from './ActionForm.tsx';
import type { ActionFormOf } from './actionForms.ts';
import { formOfInvite, offerChanges, updateRequest } from './offerForm.ts';

/** Changes the invitation in place, and says before what will change: its link goes on working. */
export function EditForm({ invite, onClose }: ActionFormOf) {
  // What it was when the form was opened: what somebody else changes meanwhile is theirs.
  const [before] = useState(() => formOfInvite(invite));
  const { granter } = useGranter(invite.tenantId);
  const { call, loading, error } = useCallable('updateInvite');
  const showToast = useToast();
  const { control, handleSubmit, setError, setValue } = useForm<InviteFormInput, unknown, InviteFormValues>({
    resolver: zodResolver(inviteFormSchema),
    defaultValues: before,
  });
  const current = { ...before, ...useWatch({ control }) };
  const changes = offerChanges(before, current);
  const isExtended = current.expiresInHours !== '';
  const levelFor = (role: Role) => nearestLevel(presetLevel('general', role), grantableLevels(granter, role));

  const handleValid = async (values: InviteFormValues) => {
    try {
      await call(updateRequest(invite, changes, values));
      showToast(`The invitation of ${nameOf(values)} is changed.`);
      onClose();
    } catch (thrown) {
      if (!(thrown instanceof CallError)) throw thrown;
      for (const [serverField, message] of Object.entries(thrown.fields)) {
        const field = formFieldFor(serverField);
        if (field) setError(field, { type: 'server', message }, { shouldFocus: true });
      }
    }
  };
  return (
    <ActionForm
      title={`Edit the invitation of ${nameOf(invite)}`}
      confirm="Save changes"
      disabled={changes.length === 0 && !isExtended}
      loading={loading}
      error={error}
      onConfirm={() => void handleSubmit(handleValid)()}
      onCancel={onClose}
    >
      <Typography sx={{ color: 'text.secondary', mb: 2.5, overflowWrap: 'anywhere' }}>
        The link that <strong>{invite.email}</strong> has keeps working.
      </Typography>
      <InviteFields
        control={control}
        withoutEmail
        role={current.desiredRole}
        roles={grantableRoles(granter, ROLES)}
        levels={grantableLevels(granter, current.desiredRole)}
        showRoleSelector
        onRoleChange={(role) => setValue('securityLevel', levelFor(role), { shouldValidate: true })}
      />
      <Box sx={{ mt: 1.75 }}>
        <OptionFields control={control} usualExpiry="As it is now" />
      </Box>
      {(changes.length > 0 || isExtended) && (
        <Alert severity="info" icon={false} sx={{ mt: 2 }} role="status">
          {changes.map(({ field, words }) => (
            <div key={field}>{words}</div>
          ))}
          {isExtended && <div>Expires in {hoursInWords(Number(current.expiresInHours))} from now</div>}
        </Alert>
      )}
    </ActionForm>
  );
}
