import { InviteUserForm, type InviteUserFormProps } from './InviteUserForm.tsx';

/** The invite form for the recruiting team. */
export function RecruiterInviteForm(props: Pick<InviteUserFormProps, 'tenantId' | 'onSuccess' | 'onCancel'>) {
  return <InviteUserForm flowType="recruiter" {...props} />;
}
