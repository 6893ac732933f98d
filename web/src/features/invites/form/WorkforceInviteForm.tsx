import { InviteUserForm, type InviteUserFormProps } from './InviteUserForm.tsx';

/** The invite form for workers and customers. */
export function WorkforceInviteForm(props: Pick<InviteUserFormProps, 'tenantId' | 'onSuccess' | 'onCancel'>) {
  return <InviteUserForm flowType="workforce" {...props} />;
}
