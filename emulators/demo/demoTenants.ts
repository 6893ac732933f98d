/** The tenants of the demo world, and who is what in them. */
import { DEFAULT_SECURITY_LEVEL, type RoleAndLevel } from '../../functions/src/contract/roles.ts';
import type { DemoUid } from './demoPeople.ts';

interface DemoTenant {
  id: string;
  name: string;
  color: string | null;
  ownerUid: DemoUid;
}

export const demoTenants: DemoTenant[] = [
  { id: 'acme', name: 'Acme Staffing', color: null, ownerUid: 'adam' },
  { id: 'globex', name: 'Globex Logistics', color: null, ownerUid: 'gloria' },
];

/** @returns the tenant by id. @throws Error when there is none. */
export function demoTenant(id: string): DemoTenant {
  const tenant = demoTenants.find((each) => each.id === id);
  if (!tenant) throw new Error(`No tenant of the demo world is called ${id}.`);
  return tenant;
}

export interface DemoMembership extends RoleAndLevel {
  tenantId: string;
  uid: DemoUid;
}

function membership(tenantId: string, uid: DemoUid, role: DemoMembership['role']): DemoMembership {
  return { tenantId, uid, role, securityLevel: DEFAULT_SECURITY_LEVEL[role] };
}

export const demoMemberships: DemoMembership[] = [
  membership('acme', 'adam', 'Admin'),
  membership('acme', 'rita', 'Recruiter'),
  membership('acme', 'mona', 'Manager'),
  membership('acme', 'walt', 'Worker'),
  membership('globex', 'gloria', 'Admin'),
  membership('globex', 'walt', 'Worker'),
];
