/** What Firestore holds of one demo invitation: built by the functions' own builders, then aged to its state. */
import type { PendingInviteDocument, Written } from '../../functions/src/contract/documents.ts';
import { INVITE_TTL_HOURS } from '../../functions/src/contract/limits.ts';
import { DEFAULT_SECURITY_LEVEL } from '../../functions/src/contract/roles.ts';
import { paths } from '../../functions/src/contract/paths.ts';
import { invitedMember } from '../../functions/src/invites/memberOfInvite.ts';
import { inviteDocument, type NewInvitation } from '../../functions/src/invites/send/inviteDocument.ts';
import { membershipDocuments, projectedMembership } from '../../functions/src/members/membershipDocuments.ts';
import type { InviteSecretsDocument } from '../../functions/src/invites/links/inviteSecret.ts';
import { invitationWork } from '../../functions/src/invites/send/invitationWork.ts';
import { newOutboxDocument, type NewWork } from '../../functions/src/outbox/outboxWork.ts';
import type { LinkKeys } from '../../functions/src/platform/linkKeys.ts';
import { newLinkDocument } from '../../functions/src/invites/links/linkDocuments.ts';
import { attentionOf } from '../../functions/src/domain/inviteAttention.ts';
import { factsWithoutDocument } from '../../functions/src/domain/account.ts';
import {
  ANSWERED_AFTER_HOURS,
  DEMO_INVITER_UID,
  DEMO_INVITES_TENANT_ID,
  type DemoInvite,
} from './demoInvites.ts';
import { inviteEvents } from './inviteEvents.ts';
import { demoPerson } from './demoPeople.ts';
import { demoTenant } from './demoTenants.ts';

const HOUR_MS = 60 * 60 * 1000;
const TENANT_ID = DEMO_INVITES_TENANT_ID;

/** @returns the documents of this invitation and of the account that was made for it, by path. */
export function inviteDocuments(invite: DemoInvite, keys: LinkKeys, now: Date): Record<string, object> {
  const invitation = invitationOf(invite, now);
  const document = agedInvite(invite, invitation, now);
  return {
    [paths.pendingInvite(TENANT_ID, invite.uid)]: document,
    ...inviteEvents(document),
    ...(invite.mail === 'queued' && mailDocument(invite, now)),
    ...linkDocuments(invitation, keys),
    ...accountDocuments(document, invitation),
  };
}

/** @returns `pending_invites/{uid}` as it is by now. */
export function pendingInviteOf(invite: DemoInvite, now: Date): Written<PendingInviteDocument> {
  return agedInvite(invite, invitationOf(invite, now), now);
}

/** @returns when the invitation was answered, where it was. */
export function answeredAt({ sentHoursAgo }: DemoInvite, now: Date): Date {
  return new Date(now.getTime() - (sentHoursAgo - ANSWERED_AFTER_HOURS) * HOUR_MS);
}

export function inviteIdOf({ uid }: DemoInvite): string {
  return `demo-${uid}`;
}

/** @returns the mail of the invitation, as the outbox knows it. */
export function mailWorkOf(invite: DemoInvite): NewWork {
  const { uid } = invite;
  return invitationWork({
    tenantId: TENANT_ID,
    uid,
    inviteId: inviteIdOf(invite),
    generation: 1,
    send: 1,
  });
}

function mailDocument(invite: DemoInvite, now: Date): Record<string, object> {
  const work = mailWorkOf(invite);
  return { [paths.outboxItem(work.id)]: newOutboxDocument(work, now) };
}

function invitationOf(invite: DemoInvite, now: Date): NewInvitation {
  const { uid, email, firstName, lastName, role, designation, message } = invite;
  const securityLevel = DEFAULT_SECURITY_LEVEL[role];
  const sent = new Date(now.getTime() - invite.sentHoursAgo * HOUR_MS);
  const inviter = demoPerson(DEMO_INVITER_UID);
  return {
    request: {
      tenantId: TENANT_ID,
      email,
      firstName,
      lastName,
      desiredRole: role,
      securityLevel,
      designation,
      customMessage: message,
    },
    offer: { role, securityLevel, permissions: [] },
    offeredByUid: inviter.uid,
    uid,
    tenantName: demoTenant(TENANT_ID).name,
    inviter: { uid: inviter.uid, name: `${inviter.firstName} ${inviter.lastName}`, isHrx: false },
    inviteId: inviteIdOf(invite),
    renewals: 0,
    generation: 1,
    now: sent,
    expiresAt: new Date(sent.getTime() + INVITE_TTL_HOURS * HOUR_MS),
    status: 'pending',
  };
}

function agedInvite(
  invite: DemoInvite,
  invitation: NewInvitation,
  now: Date,
): Written<PendingInviteDocument> {
  const fresh = { ...inviteDocument(invitation), ...endFields(invite, invitation) };
  const mail = {
    ...fresh.mail,
    state: invite.mail,
    attempts: invite.mail === 'queued' ? 0 : 1,
    error: invite.mail === 'failed' ? '550 5.1.1 There is no mailbox of this name here' : null,
  };
  return { ...fresh, mail, attention: attentionOf({ ...fresh, mail }, now) };
}

/** When and why it ended, where it did. */
function endFields({ status, reason }: DemoInvite, { now: sent, expiresAt }: NewInvitation) {
  const answered = new Date(sent.getTime() + ANSWERED_AFTER_HOURS * HOUR_MS);
  const when = (wanted: DemoInvite['status']) => (status === wanted ? answered : null);
  const why = (wanted: DemoInvite['status']) => (status === wanted ? reason : null);
  return {
    status,
    openedAt: when('accepted') ?? when('declined'),
    acceptedAt: when('accepted'),
    declinedAt: when('declined'),
    declinedReason: why('declined'),
    revokedAt: when('revoked'),
    revokedReason: why('revoked'),
    endedAt: status === 'expired' ? expiresAt : status === 'pending' ? null : answered,
  };
}

/** Both links, derived as the functions derive them, so that a dead one still tells its holder what became of it. */
function linkDocuments(invitation: NewInvitation, keys: LinkKeys): Record<string, object> {
  const { uid, generation } = invitation;
  const link = (kind: string) => ({ keyId: keys.currentKeyId, nonce: `demo-${kind}` });
  const secrets: InviteSecretsDocument = {
    generation,
    links: { mail: link('mail'), handover: link('handover') },
  };
  const hashes = (['mail', 'handover'] as const).map((kind) => {
    const seed = { ...secrets.links[kind], kind, tenantId: TENANT_ID, uid, generation };
    const { key, document } = newLinkDocument(keys, seed, invitation);
    return [key.path, document] as const;
  });
  return { [paths.inviteSecret(TENANT_ID, uid)]: secrets, ...Object.fromEntries(hashes) };
}

/** While an account that we made is never used, its pending invitation stands in its claims; an ended one left nothing. */
function accountDocuments(
  invite: Written<PendingInviteDocument>,
  invitation: NewInvitation,
): Record<string, object> {
  const { uid, tenantId } = invite;
  if (factsWithoutDocument(uid).origin === 'existing') return {};
  const change = { uid, tenantId, staffActive: false, holder: 'demo', now: invitation.now };
  const invited = projectedMembership(
    membershipDocuments({
      ...change,
      user: undefined,
      member: invitedMember(invite, invitation.now),
      invitedInClaims: true,
    }),
  );
  if (invite.status === 'pending') {
    return { [paths.user(uid)]: invited.user, [paths.member(tenantId, uid)]: invited.member as object };
  }
  const ended = projectedMembership(membershipDocuments({ ...change, user: invited.user, member: null }));
  return { [paths.user(uid)]: ended.user };
}
