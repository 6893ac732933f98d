import { doc } from 'firebase/firestore';
import { useEffect, useState } from 'react';
import type { MemberDocument } from '../../../../functions/src/contract/documents.ts';
import { paths } from '../../../../functions/src/contract/paths.ts';
import type { Permission } from '../../../../functions/src/contract/roles.ts';
import { firestore } from '../firebase/firestore.ts';
import { listenToDocument } from '../firebase/listen.ts';
import { useAuth } from './AuthContext.ts';

export interface TenantAccess {
  /** False while the person's own member document is on its way. */
  ready: boolean;
  canInvite: boolean;
  /** Without it they see only the invitations that they sent. */
  canReadMembers: boolean;
}

const NONE: TenantAccess = { ready: true, canInvite: false, canReadMembers: false };
const ALL: TenantAccess = { ready: true, canInvite: true, canReadMembers: true };
const UNKNOWN: TenantAccess = { ...NONE, ready: false };

type GrantedPermissions = { tenantId: string; permissions: readonly Permission[] };

/**
 * What the person may do in a tenant, so that pages offer no button that the server would refuse. HRX and Admins may
 * everything; what others were granted stands in their member document, which is listened to.
 */
export function useTenantAccess(tenantId: string | null): TenantAccess {
  const { user, hrx, memberships } = useAuth();
  const membership = memberships.find((each) => each.tenantId === tenantId);
  const isActive = membership?.state === 'active';
  const mayAll = hrx || (isActive && membership.role === 'Admin');
  const granted = useGrantedPermissions(isActive && !mayAll ? tenantId : null, user?.uid);

  if (mayAll) return ALL;
  if (!isActive) return NONE;
  if (granted === null || granted.tenantId !== tenantId) return UNKNOWN;
  return {
    ready: true,
    canInvite: granted.permissions.includes('invites:create'),
    canReadMembers: granted.permissions.includes('members:read'),
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
