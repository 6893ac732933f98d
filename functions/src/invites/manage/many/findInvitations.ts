/** The rows of a job about invitations: those that were named, or all open ones that a filter matches. */
import * as z from 'zod';
import { documentKeys } from '../../../contract/documentKeys.ts';
import type { PendingInviteDocument } from '../../../contract/documents.ts';
import { expiresInHoursField, reasonField, roleField, uidField } from '../../../contract/fields.ts';
import { matchesFilter } from '../../../domain/inviteFilter.ts';
import { isOpen } from '../../../domain/inviteStatus.ts';
import type { FoundRows, RowsWanted } from '../../../jobs/jobKind.ts';
import type { InviteDeps } from '../../inviteDeps.ts';

/** All of a job's choices, side by side, since a job's parameters are flat. */
export const invitesJobParameters = z.strictObject({
  uids: z.array(uidField).nullable(),
  search: z.string().nullable(),
  role: roleField.nullable(),
  inviterUid: uidField.nullable(),
  mailProblem: z.boolean(),
  attention: z.boolean(),
  /** The starter sees their own alone. */
  onlyOfUid: uidField.nullable(),
  reason: reasonField.nullable(),
  hours: expiresInHoursField.nullable(),
});
export type InvitesJobParameters = z.output<typeof invitesJobParameters>;

/** A row says who it is about, as far as the starter may know. */
export const invitesJobRow = z.strictObject({ uid: uidField, name: z.string().nullable() });
export type InvitesJobRow = z.output<typeof invitesJobRow>;

/** @returns the next rows. Those that were named are all there, also where there is no such invitation: their outcome says so. */
export async function findInvitations(
  deps: Pick<InviteDeps, 'reads' | 'clock' | 'openInvitations'>,
  wanted: RowsWanted<InvitesJobParameters>,
): Promise<FoundRows<InvitesJobRow>> {
  const { uids } = wanted.parameters;
  return uids ? named(deps, wanted, uids) : matching(deps, wanted);
}

async function named(
  { reads }: Pick<InviteDeps, 'reads'>,
  { tenantId, parameters: { onlyOfUid }, cursor, limit }: RowsWanted<InvitesJobParameters>,
  uids: readonly string[],
): Promise<FoundRows<InvitesJobRow>> {
  const from = Number(cursor ?? 0);
  const page = uids.slice(from, from + limit);
  const keys = Object.fromEntries(
    page.map((uid, index) => [String(index), documentKeys.pendingInvite(tenantId, uid)]),
  );
  const found: Record<string, PendingInviteDocument | undefined> = await reads.readAll(keys);
  const rows = page.map((uid, index) => {
    const invite = found[String(index)];
    const isSeen = invite && (onlyOfUid === null || invite.inviterUid === onlyOfUid);
    return { uid, name: isSeen ? nameOf(invite) : null };
  });
  const next = from + page.length;
  return { rows, cursor: next < uids.length ? String(next) : null };
}

async function matching(
  { clock, openInvitations }: Pick<InviteDeps, 'clock' | 'openInvitations'>,
  { tenantId, parameters, cursor, limit }: RowsWanted<InvitesJobParameters>,
): Promise<FoundRows<InvitesJobRow>> {
  const now = clock.now();
  const { onlyOfUid } = parameters;
  const inviterUid = onlyOfUid ?? parameters.inviterUid;
  const page = await openInvitations.listUnanswered({ tenantId, inviterUid, after: cursor, limit });
  const rows = page
    .filter((invite) => isOpen(invite, now) && matchesFilter(invite, parameters, now))
    .map((invite) => ({ uid: invite.uid, name: nameOf(invite) }));
  return { rows, cursor: page.length < limit ? null : (page.at(-1)?.uid ?? null) };
}

function nameOf({ firstName, lastName }: PendingInviteDocument): string {
  return `${firstName} ${lastName}`;
}
