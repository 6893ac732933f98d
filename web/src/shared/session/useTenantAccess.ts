import { doc } from 'firebase/firestore';
import { useEffect, useState } from 'react';
import type { MemberDocument } from '../../../../functions/src/contract/documents.ts';
import { paths } from '../../../../functions/src/contract/paths.ts';
import { PERMISSIONS, type Permission, type RoleAndLevel } from '../../../../functions/src/contract/roles.ts';
import { can, canManageTenant, type Actor } from '../../../../functions/src/domain/authority.ts';
import { firestore } from '../firebase/firestore.ts';
import { listenToDocument } from '../firebase/listen.ts';
import { useAuth } from './AuthContext.ts';

export interface TenantAccess {
  /** False while the person's own member document is on its way. */
  ready: boolean;
  /** Whom the rules of the domain decide about; null for who has no standing there. */
  actor: Actor | null;
  can: (permission: Permission) => boolean;
  /** May change the tenant itself, its settings for one. */
  managesTenant: boolean;
}

const NONE: TenantAccess = { ready: true, actor: null, can: () => false, managesTenant: false };
const UNKNOWN: TenantAccess = { ...NONE, ready: false };

type GrantedPermissions = { tenantId: string; permissions: readonly Permission[] };

/**
 * What the person may do in a tenant, so that pages offer no button that the server would refuse. HRX and Admins may
 * everything; what others were granted stands in their member document, which is listened to.
 */
export function useTenantAccess(tenantId: string | null): TenantAccess {
  const { user, hrx, memberships } = useAuth();
  const membership = memberships.find((each) => each.tenantId === tenantId && each.state === 'active');
  const actor = hrx ? HRX : membership && memberWith([], membership);
  const mayAll = actor !== undefined && PERMISSIONS.every((permission) => can(actor, permission));
  const granted = useGrantedPermissions(actor && !mayAll ? tenantId : null, user?.uid);

  if (mayAll) return accessOf(actor);
  if (!membership) return NONE;
  if (granted === null || granted.tenantId !== tenantId) return UNKNOWN;
  return accessOf(memberWith(granted.permissions, membership));
}

const HRX: Actor = { kind: 'hrx' };

function memberWith(permissions: readonly Permission[], { role, securityLevel }: RoleAndLevel): Actor {
  return { kind: 'member', role, securityLevel, permissions };
}

function accessOf(actor: Actor): TenantAccess {
  return {
    ready: true,
    actor,
    can: (permission) => can(actor, permission),
    managesTenant: canManageTenant(actor),
  };
}

function useGrantedPermissions(tenantId: string | null, uid: string | undefined) {
  const [granted, setGranted] = useState<GrantedPermissions | null>(null);
  useEffect(() => {
    if (!tenantId || !uid) return;
    return listenToDocument(
      doc(firestore, paths.member(tenantId, uid)),
      (snapshot) => {
        const member = snapshot.data() as MemberDocument | undefined;
        setGranted({ tenantId, permissions: member?.state === 'active' ? member.permissions : [] });
      },
      () => setGranted({ tenantId, permissions: [] }),
    );
  }, [tenantId, uid]);
  return granted;
}
