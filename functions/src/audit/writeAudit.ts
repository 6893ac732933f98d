/** The audit: who did what to whom, in the same transaction as the change. Uids, never addresses. */
import { documentKeys } from '../contract/documentKeys.ts';
import type { AuditActor, AuditDocument, Written } from '../contract/documents.ts';
import type { Random } from '../platform/random.ts';
import type { Tx } from '../platform/transaction.ts';

export type AuditEntry = Omit<Written<AuditDocument>, 'at'>;

/** Who did what happens by itself. */
export const SYSTEM: AuditActor = { uid: 'system', kind: 'system' };

/** Writes the entry into the tenant's audit, and what staff did into HRX's own too. */
export function writeAudit(
  tx: Tx,
  random: Random,
  entry: AuditEntry & { tenantId: string },
  now: Date,
): void {
  const id = random.hex(10);
  const document = { ...entry, at: now };
  tx.create(documentKeys.audit(entry.tenantId, id), document);
  if (entry.actorKind === 'hrx') tx.create(documentKeys.hrxAudit(id), document);
}

/** Writes what concerns no tenant, where HRX alone sees it. */
export function writeHrxAudit(tx: Tx, random: Random, entry: AuditEntry, now: Date): void {
  tx.create(documentKeys.hrxAudit(random.hex(10)), { ...entry, at: now });
}

/** Writes a denied attempt where HRX alone sees it: a tenant does not learn who knocked, nor a stranger that it exists. */
export function writeDenied(tx: Tx, random: Random, entry: Omit<AuditEntry, 'action'>, now: Date): void {
  writeHrxAudit(tx, random, { ...entry, action: 'denied' }, now);
}
