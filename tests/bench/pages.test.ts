// The invitations page with many rows: what it reads, and how long the embedded Firestore takes. A server of its own.
import { Firestore } from 'firebase-admin/firestore';
import { initializeApp } from 'firebase/app';
import { connectFirestoreEmulator, getDocsFromServer, getFirestore, terminate } from 'firebase/firestore';
import path from 'node:path';
import { test } from 'vitest';
import { startFirestore } from '../../emulators/firestore/server.ts';
import { HOST, REPOSITORY } from '../../emulators/plan/suitePlan.ts';
import { paths } from '../../functions/src/contract/paths.ts';
import { searchTokensOf } from '../../functions/src/contract/search.ts';
import { invitesQuery, type InviteFilter } from '../../web/src/features/invites/list/invitesQuery.ts';
import { FIRST_VIEW } from '../../web/src/features/invites/list/invitationsView.ts';
import { median, millis, print, ratio, timedOften } from '../support/numbers.ts';

const ROUNDS = 15;
const PROJECT = 'demo-pages';
const ADMIN = 'adam';
const FEW = 100;
const MANY = 100_000;
const WRITES_AT_ONCE = 500;

test('a page of invitations among 100 and among 100,000', async () => {
  const server = await startFirestore({ port: 0, rulesFile: path.join(REPOSITORY, 'firestore.rules') });
  // The Admin SDK goes where this says, whatever it is told otherwise.
  process.env['FIRESTORE_EMULATOR_HOST'] = `${HOST}:${server.port}`;
  const few = await measure(server.port, 'few', FEW);
  const many = await measure(server.port, 'many', MANY);
  for (const [what, { documents, took }] of Object.entries(many)) {
    const floor = few[what];
    if (!floor) continue;
    const words = [`${documents} documents read (${floor.documents} of ${FEW})`];
    words.push(`p50 ${millis(took)}, of ${FEW} ${millis(floor.took)}`, ratio(took, floor.took));
    print(`${what} of ${MANY} rows`, ...words);
  }
  await server.close();
});

type Measured = Record<string, { documents: number; took: number }>;

async function measure(port: number, tenantId: string, rows: number): Promise<Measured> {
  await seed(tenantId, rows);
  const firestore = getFirestore(initializeApp({ projectId: PROJECT, apiKey: 'bench' }, tenantId));
  const roles = { [tenantId]: { role: 'Admin', securityLevel: '7' } };
  const authTime = Math.floor(Date.now() / 1000);
  connectFirestoreEmulator(firestore, HOST, port, {
    mockUserToken: { user_id: ADMIN, roles, auth_time: authTime },
  });
  const all: InviteFilter = { ...FIRST_VIEW, tab: 'all', tenantId };
  const first = (await getDocsFromServer(invitesQuery(firestore, all, null))).docs;
  // The last row shown, as the page goes on from; one more than that was read.
  const queries = {
    'first page': invitesQuery(firestore, all, null),
    'next page': invitesQuery(firestore, all, first.at(-2) ?? null),
    'search for one name': invitesQuery(firestore, { ...all, search: 'Person7' }, null),
  };
  const measured: Measured = {};
  for (const [what, query] of Object.entries(queries)) {
    let documents = 0;
    const times = await timedOften(ROUNDS, async () => {
      documents = (await getDocsFromServer(query)).size;
    });
    measured[what] = { documents, took: median(times) };
  }
  await terminate(firestore);
  return measured;
}

/** What the rules and the queries look at of a tenant, its Admin and that many invitations. */
async function seed(tenantId: string, rows: number): Promise<void> {
  const admin = new Firestore({ projectId: PROJECT });
  const member = {
    uid: ADMIN,
    tenantId,
    state: 'active',
    role: 'Admin',
    securityLevel: '7',
    permissions: [],
  };
  await admin.doc(paths.member(tenantId, ADMIN)).set(member);
  for (let from = 0; from < rows; from += WRITES_AT_ONCE) {
    const batch = admin.batch();
    for (let row = from; row < Math.min(from + WRITES_AT_ONCE, rows); row += 1) {
      batch.set(admin.doc(paths.pendingInvite(tenantId, `uid${row}`)), inviteRow(tenantId, row));
    }
    await batch.commit();
  }
  await admin.terminate();
}

function inviteRow(tenantId: string, row: number) {
  const person = { firstName: `Person${row}`, lastName: 'Example', email: `person${row}@people.example` };
  return {
    ...person,
    uid: `uid${row}`,
    tenantId,
    inviterUid: ADMIN,
    status: 'pending',
    searchTokens: searchTokensOf(person),
    createdAt: new Date(Date.UTC(2026, 0, 1) + row * 1000),
  };
}
