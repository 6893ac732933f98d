import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useId, useState } from 'react';
import type { Role } from '../../../../../functions/src/contract/roles.ts';
import { errorMessage } from '../../../shared/callable/errorMessage.ts';
import { Message } from '../../../shared/ui/Message.tsx';
import { grantableRoles } from './grantable.ts';
import { InviteEntry } from './InviteEntry.tsx';
import type { InviteFormInput, InviteFormValues } from './inviteFormSchema.ts';
import { InviteSent } from './InviteSent.tsx';
import type { InviteResult } from './withPreset.ts';
import { PRESETS, type FlowType } from './presets.ts';
import { useGranter } from './useGranter.ts';

export interface InviteUserFormProps {
  title?: string;
  subtitle?: string;
  defaultRole?: Role;
  allowedRoles?: readonly Role[];
  showRoleSelector?: boolean;
  flowType?: FlowType;
  customMessage?: string;
  /** What is filled in already. */
  filledIn?: Partial<InviteFormInput>;
  /** Shows the open invitation of an address that was refused for it. */
  onShowInvitation?: (email: string) => void;
  /** Where to invite into; without it the tenant that the person works in. */
  tenantId?: string;
  onSuccess?: (result: InviteResult) => void;
  onCancel?: () => void;
  showCancelButton?: boolean;
  submitButtonText?: string;
  cancelButtonText?: string;
}

interface Sent {
  values: InviteFormValues;
  result: InviteResult;
}

/**
 * Invites one person after another into a tenant. What it does not get by props comes from its flow's preset; roles and
 * levels that the person may not give are not offered.
 */
export function InviteUserForm(props: InviteUserFormProps) {
  const { flowType = 'general', onSuccess, onCancel, showCancelButton = onCancel !== undefined } = props;
  const preset = PRESETS[flowType];
  const { tenantId, granter } = useGranter(props.tenantId);
  const [sent, setSent] = useState<Sent | null>(null);
  const titleId = useId();
  const roles = grantableRoles(granter, props.allowedRoles ?? preset.allowedRoles);
  const wantedRole = props.defaultRole ?? preset.defaultRole;
  const role = roles.includes(wantedRole) ? wantedRole : roles[0];

  if (!tenantId || !role) {
    return (
      <Message title="You can't invite people here">
        {tenantId ? errorMessage('invite/not-allowed') : 'Choose a company first, at the top of the page.'}
      </Message>
    );
  }
  if (sent) {
    return (
      <InviteSent
        tenantId={tenantId}
        sent={sent.values}
        result={sent.result}
        onAnother={() => setSent(null)}
        onDone={onCancel}
      />
    );
  }
  return (
    <Box component="section" aria-labelledby={titleId}>
      <Typography variant="h2" id={titleId}>
        {props.title ?? preset.title}
      </Typography>
      <Typography sx={{ color: 'text.secondary', mb: 2.5 }}>{props.subtitle ?? preset.subtitle}</Typography>
      <InviteEntry
        flow={flowType}
        tenantId={tenantId}
        granter={granter}
        role={role}
        roles={roles}
        customMessage={props.customMessage ?? preset.customMessage}
        filledIn={props.filledIn}
        onShowInvitation={props.onShowInvitation}
        showRoleSelector={props.showRoleSelector ?? true}
        submitText={props.submitButtonText ?? 'Send invitation'}
        cancel={showCancelButton && onCancel ? { text: props.cancelButtonText ?? 'Cancel', onCancel } : null}
        onSent={(values, result) => {
          setSent({ values, result });
          onSuccess?.(result);
        }}
      />
    </Box>
  );
}
