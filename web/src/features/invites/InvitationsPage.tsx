import { PageHeading } from '../../shared/ui/PageHeading.tsx';

export function InvitationsPage() {
  return <PageHeading>Invitations</PageHeading>;
}
