/** What has to agree in a tenant whatever happened to its invitations, and in which order. */
import { expect } from 'vitest';
import { syncClaims } from '../claims/syncClaims.ts';
import type {
  AuditDocument,
  InviteEventDocument,
  MemberDocument,
  PendingInviteDocument,
} from '../contract/documents.ts';
import { paths } from '../contract/paths.ts';
import { standsInClaims } from '../domain/standsInClaims.ts';
import { linkDocumentKeys } from '../invites/links/linkDocuments.ts';
import { deliverOutbox } from '../outbox/deliverOutbox.ts';
import type { EngineWorld } from './engineWorld.ts';
import { TENANT_ID } from './inviteWorld.ts';

const ENDS = ['accepted', 'declined', 'revoked', 'expired'] as const;

/** Runs what was given to the queues. */
export async function drainQueues({ deps, queued }: EngineWorld): Promise<void> {
  for (const uid of queued.claims.splice(0)) await syncClaims(deps, { uid }, { retryCount: 0 });
  for (const id of queued.outbox.splice(0)) await deliverOutbox(deps, { id }, { retryCount: 0 });
}

/** Seats, memberships, claims, links, audit and timeline of the whole tenant say the same as its invitations. */
export async function expectConsistent(world: EngineWorld): Promise<void> {
  const invites = await listed<PendingInviteDocument>(world, paths.pendingInvites(TENANT_ID));
  const members = await listed<MemberDocument>(world, paths.members(TENANT_ID));
  const audit = await listed<AuditDocument>(world, paths.audit(TENANT_ID));
  const open = invites.filter(({ status }) => status === 'pending').length;
  const joined = members.filter(({ state }) => state !== 'invited').length;
  expect(await world.settings()).toMatchObject({ seatsUsed: joined + open, pendingInvites: open });
  for (const invite of invites) {
    await expectMembership(world, invite, members);
    await expectOneEnd(world, invite, audit);
    const secrets = await world.get(linkDocumentKeys.secrets(TENANT_ID, invite.uid));
    expect(secrets?.generation).toBe(invite.generation);
  }
}

async function listed<Document>({ db }: EngineWorld, path: string): Promise<Document[]> {
  return (await db.collection(path).get()).docs.map((found) => found.data() as Document);
}

/** The invited membership is there while the invitation is open, the joined one after its acceptance, and none else. */
async function expectMembership(
  world: EngineWorld,
  { uid, status, role, securityLevel, inviteId }: PendingInviteDocument,
  members: readonly MemberDocument[],
): Promise<void> {
  const member = members.find((each) => each.uid === uid);
  const user = await world.userOf(uid);
  const copy = user?.memberships[TENANT_ID];
  const state = { pending: 'invited', accepted: 'active' }[status as string];
  expect(member?.state).toBe(state);
  expect(copy?.state).toBe(state);
  if (member) {
    const offer = { role, securityLevel };
    expect(member).toMatchObject({ ...offer, inviteId, sync: 'synced' });
    expect(copy).toMatchObject(offer);
  }
  const inClaims = standsInClaims(copy) ? { [TENANT_ID]: { role, securityLevel } } : {};
  expect(world.accounts.get(uid)?.customClaims['roles'] ?? {}).toEqual(inClaims);
  expect(user?.claimsVersion).toBe(user?.membershipsVersion);
}

/** An end stands once in the audit and once on the timeline; an open invitation has none. */
async function expectOneEnd(
  world: EngineWorld,
  { uid, inviteId, status }: PendingInviteDocument,
  audit: readonly AuditDocument[],
): Promise<void> {
  const ends = status === 'pending' ? [] : [status];
  const audited = audit.filter((entry) => entry.inviteId === inviteId).map(({ action }) => action);
  expect(ENDS.filter((end) => audited.includes(`invite.${end}`))).toEqual(ends);
  expect(audited.filter((action) => ends.some((end) => action === `invite.${end}`))).toHaveLength(
    ends.length,
  );
  const events = await listed<InviteEventDocument>(world, paths.inviteEvents(TENANT_ID, uid));
  const told = events.filter((event) => event.inviteId === inviteId).map(({ kind }) => kind);
  expect(told.filter((kind) => ENDS.some((end) => end === kind))).toEqual(ends);
}
