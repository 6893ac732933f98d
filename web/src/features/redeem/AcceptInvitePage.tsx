import { PageHeading } from '../../shared/ui/PageHeading.tsx';

export function AcceptInvitePage() {
  return <PageHeading>Your invitation</PageHeading>;
}
