import { PageHeading } from '../../shared/ui/PageHeading.tsx';

export function TenantsPage() {
  return <PageHeading>Tenants</PageHeading>;
}
