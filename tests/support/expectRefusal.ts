/** A refusal is three things: the right code, and nothing changed in Firestore, and nothing changed in Auth. */
import { FunctionsError } from 'firebase/functions';
import { expect } from 'vitest';
import type { ErrorCode, ErrorDetails } from '../../functions/src/contract/errors.ts';
import { ERRORS } from '../../functions/src/contract/errors.ts';
import { paths } from '../../functions/src/contract/paths.ts';
import { adminAuth, adminFirestore } from './admin.ts';
import { suite } from './suite.ts';

/** What must stay as it is. Who was counted, and HRX's own audit, may change with a refusal. */
export interface Watched {
  tenants: string[];
  uids?: string[];
  emails?: string[];
}

/** @returns the details that came with the refusal. @throws where the attempt succeeds, or changes anything watched. */
export async function expectRefusal(
  attempt: () => Promise<unknown>,
  code: ErrorCode,
  watched: Watched,
): Promise<ErrorDetails> {
  const before = await snapshot(watched);
  const details = await refusalOf(attempt());
  expect(details.code).toBe(code);
  expect(await snapshot(watched)).toEqual(before);
  return details;
}

/** @returns the details of a refusal, in the shape that the contract promises. */
export async function refusalOf(attempt: Promise<unknown>): Promise<ErrorDetails> {
  const thrown: unknown = await attempt.then(
    (answer) => new Error(`This was not refused: ${JSON.stringify(answer)}`),
    (error: unknown) => error,
  );
  if (!(thrown instanceof FunctionsError)) throw thrown;
  const details = thrown.details as ErrorDetails | undefined;
  if (!details) throw new Error(`A refusal without details: ${thrown.code} ${thrown.message}`);
  expect(thrown.code).toBe(`functions/${ERRORS[details.code].status}`);
  return details;
}

/** @returns everything that the product knows of these tenants and people, Auth's own records included. */
export async function snapshot({
  tenants,
  uids = [],
  emails = [],
}: Watched): Promise<Record<string, unknown>> {
  const parts = await Promise.all([
    ...tenants.map(tenantSnapshot),
    ...uids.map(async (uid) => ({
      [uid]: await accountRecord({ localId: [uid] }),
      ...(await documentAt(paths.user(uid))),
    })),
    ...emails.map(async (email) => ({ [email]: await accountRecord({ email: [email] }) })),
  ]);
  return Object.assign({}, ...parts) as Record<string, unknown>;
}

async function tenantSnapshot(tenantId: string): Promise<Record<string, unknown>> {
  const tenant = adminFirestore.doc(paths.tenant(tenantId));
  const collections = ['private', 'pending_invites', 'members', 'invite_secrets', 'audit', 'jobs'];
  const queries = [
    ...collections.map((name) => tenant.collection(name).get()),
    adminFirestore.collection('invite_links').where('tenantId', '==', tenantId).get(),
  ];
  const found = (await Promise.all(queries)).flatMap((result) => result.docs);
  return {
    ...(await documentAt(tenant.path)),
    ...Object.fromEntries(found.map((document) => [document.ref.path, withoutDelivery(document.data())])),
  };
}

/** A mail that was asked for earlier may be on its way meanwhile: only that another one is asked for is a change. */
function withoutDelivery(data: FirebaseFirestore.DocumentData): FirebaseFirestore.DocumentData {
  const mail = data['mail'] as { sends: number } | undefined;
  return mail ? { ...data, mail: { sends: mail.sends }, attention: 'as the mail fares' } : data;
}

async function documentAt(path: string): Promise<Record<string, unknown>> {
  return { [path]: (await adminFirestore.doc(path).get()).data() ?? null };
}

/** @returns Auth's whole record of an account, password hash and all; null where there is none. */
export async function accountRecord(who: { localId: string[] } | { email: string[] }): Promise<unknown> {
  const url = `${suite.authUrl}/identitytoolkit.googleapis.com/v1/projects/${suite.projectId}/accounts:lookup`;
  const headers = { authorization: 'Bearer owner', 'content-type': 'application/json' };
  const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify(who) });
  const { users } = (await response.json()) as { users?: Record<string, unknown>[] };
  // An open page refreshes its token whenever it likes: that is no work of ours.
  return users?.[0] ? { ...users[0], lastRefreshAt: undefined } : null;
}

/** @returns how many accounts there are with this address: 0 or 1. */
export async function accountsWith(email: string): Promise<number> {
  const { users } = await adminAuth.getUsers([{ email }]);
  return users.length;
}
