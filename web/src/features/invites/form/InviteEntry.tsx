import { zodResolver } from '@hookform/resolvers/zod';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useEffect, useState } from 'react';
import { useForm, useWatch, type FieldErrors } from 'react-hook-form';
import type { Role } from '../../../../../functions/src/contract/roles.ts';
import type { Actor } from '../../../../../functions/src/domain/authority.ts';
import { CallError } from '../../../shared/callable/CallError.ts';
import { grantableLevels, nearestLevel } from './grantable.ts';
import { DraftNote } from './DraftNote.tsx';
import { InviteFields } from './InviteFields.tsx';
import {
  emptyInviteForm,
  formFieldFor,
  inviteFormSchema,
  toInviteParams,
  type InviteFormField,
  type InviteFormInput,
  type InviteFormValues,
} from './inviteFormSchema.ts';
import type { InviteResult } from './withPreset.ts';
import { MoreOptions } from './MoreOptions.tsx';
import { presetLevel, type FlowType } from './presets.ts';
import { Refusal } from '../../../shared/ui/Refusal.tsx';
import { useInviteDraft } from './useInviteDraft.ts';
import { useInviteUser } from './useInviteUser.ts';

interface InviteEntryProps {
  flow: FlowType;
  tenantId: string;
  granter: Actor;
  /** The role to start with, and those to choose from. */
  role: Role;
  roles: readonly Role[];
  customMessage: string;
  /** What is filled in already. */
  filledIn?: Partial<InviteFormInput> | undefined;
  /** Shows the open invitation of an address that was refused for it. */
  onShowInvitation?: ((email: string) => void) | undefined;
  showRoleSelector: boolean;
  submitText: string;
  cancel: { text: string; onCancel: () => void } | null;
  onSent: (values: InviteFormValues, result: InviteResult) => void;
}

const UNDER_MORE_OPTIONS: readonly InviteFormField[] = [
  'customMessage',
  'designation',
  'department',
  'expiresInHours',
  'withoutPassword',
];

/** The fields and buttons of an invite form. After a refusal everything that was typed is still there. */
export function InviteEntry(props: InviteEntryProps) {
  const { flow, tenantId, granter, cancel } = props;
  const levelFor = (role: Role) => nearestLevel(presetLevel(flow, role), grantableLevels(granter, role));
  const empty = {
    ...emptyInviteForm({
      role: props.role,
      securityLevel: levelFor(props.role),
      customMessage: props.customMessage,
    }),
    ...props.filledIn,
  };
  const draft = useInviteDraft({ tenantId, flow, empty });
  const {
    control,
    handleSubmit,
    reset,
    setError,
    setValue,
    formState: { errors: mistakes },
  } = useForm<InviteFormInput, unknown, InviteFormValues>({
    resolver: zodResolver(inviteFormSchema),
    defaultValues: { ...empty, ...draft.kept },
  });
  const values = { ...empty, ...useWatch({ control }) };
  useEffect(() => draft.keep(values));
  const role = values.desiredRole;
  const [moreOpen, setMoreOpen] = useState(false);
  const [refused, setRefused] = useState<{ code: string; email: string } | null>(null);
  const { inviteUser, inviteRecruiter, inviteWorker, loading, error } = useInviteUser();
  const invite = { general: inviteUser, recruiter: inviteRecruiter, workforce: inviteWorker }[flow];

  const showRefusedFields = ({ fields }: CallError) => {
    for (const [serverField, message] of Object.entries(fields)) {
      const field = formFieldFor(serverField);
      if (!field) continue;
      if (UNDER_MORE_OPTIONS.includes(field)) setMoreOpen(true);
      setError(field, { type: 'server', message }, { shouldFocus: true });
    }
  };
  const handleValid = async (values: InviteFormValues) => {
    try {
      const result = await invite(toInviteParams(values, tenantId));
      draft.forget();
      props.onSent(values, result);
    } catch (thrown) {
      if (!(thrown instanceof CallError)) throw thrown;
      setRefused({ code: thrown.code, email: values.email });
      showRefusedFields(thrown);
    }
  };
  const handleInvalid = (errors: FieldErrors<InviteFormInput>) => {
    if (UNDER_MORE_OPTIONS.some((field) => errors[field])) setMoreOpen(true);
  };

  return (
    <form noValidate onSubmit={(event) => void handleSubmit(handleValid, handleInvalid)(event)}>
      {draft.kept && (
        <DraftNote
          onStartOver={() => {
            draft.forget();
            reset(empty);
          }}
        />
      )}
      <InviteFields
        control={control}
        role={role}
        roles={props.roles}
        levels={grantableLevels(granter, role)}
        showRoleSelector={props.showRoleSelector}
        onRoleChange={(chosen) => setValue('securityLevel', levelFor(chosen), { shouldValidate: true })}
      />
      <MoreOptions
        control={control}
        tenantId={tenantId}
        open={moreOpen}
        onToggle={() => setMoreOpen(!moreOpen)}
      />
      {error && (
        <Refusal
          fieldsSayMore={Object.keys(mistakes).length > 0}
          action={
            refused?.code === 'invite/already-invited' &&
            props.onShowInvitation && (
              <Button color="inherit" onClick={() => props.onShowInvitation?.(refused.email)}>
                Show invitation
              </Button>
            )
          }
        >
          {error}
        </Refusal>
      )}
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1.5, mt: 2.5, justifyContent: 'flex-end' }}>
        {cancel && <Button onClick={cancel.onCancel}>{cancel.text}</Button>}
        <Button type="submit" variant="contained" loading={loading} loadingPosition="start">
          {props.submitText}
        </Button>
      </Box>
    </form>
  );
}
