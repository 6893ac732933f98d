/** An entry of the audit. No zod here. */
import type { AuditAction } from './auditActions.ts';
import type { Instant } from './instants.ts';

/** What an audit entry says of a state: roles and statuses, never a name or an address. */
export type AuditFacts = Record<string, string | number | boolean | null | string[]>;

/** Who did something, and in which capacity. */
export interface AuditActor {
  uid: string;
  kind: 'hrx' | 'member' | 'invitee' | 'stranger' | 'operator' | 'system';
}

/** `tenants/{t}/audit/{id}`, and `hrx_audit/{id}` for denied attempts and for what staff did. Append-only. */
export interface AuditDocument {
  action: AuditAction;
  /** null for what is about no tenant. */
  tenantId: string | null;
  /** `operator`: somebody at a command line of ours; `system`: what happens by itself. */
  actorUid: string;
  actorKind: AuditActor['kind'];
  targetUid: string | null;
  inviteId: string | null;
  before: AuditFacts | null;
  after: AuditFacts | null;
  at: Instant;
}
