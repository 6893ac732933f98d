import { deleteApp, initializeApp } from 'firebase-admin/app';
import { getFirestore } from 'firebase-admin/firestore';
import { parseLinkKeys } from '../../functions/src/platform/linkKeys.ts';
import { localLinkKey } from '../plan/functionsEnvironment.ts';
import { emulatorVariables, HOST, REGION, type SuitePlan } from '../plan/suitePlan.ts';
import { demoDocuments } from './demoDocuments.ts';
import { demoInvites } from './demoInvites.ts';
import { mailWorkOf } from './inviteDocuments.ts';

/**
 * Writes the demo world's documents, and has the mail of its open invitations delivered into the inbox. Its accounts are
 * in emulator-data/, which the Auth emulator imports.
 *
 * @param plan a suite whose Firestore, functions and mail server are running
 * @param functionsPort where its functions answer
 * @throws Error when a mail could not be delivered
 */
export async function seedDemoWorld(plan: SuitePlan, functionsPort: number): Promise<void> {
  // Google's libraries would look for the server that tells machines of Google Cloud who they are: no network here.
  Object.assign(process.env, emulatorVariables(plan), { METADATA_SERVER_DETECTION: 'none' });
  const app = initializeApp({ projectId: plan.projectId }, 'demo world');
  const firestore = getFirestore(app);
  const batch = firestore.batch();
  const documents = demoDocuments(parseLinkKeys(localLinkKey(plan)), new Date());
  for (const [path, data] of Object.entries(documents)) batch.set(firestore.doc(path), data);
  await batch.commit();
  await deleteApp(app);
  await deliverDemoMail(plan, functionsPort);
}

/** A task function answers HTTP in the emulator, as Cloud Tasks would call it. */
async function deliverDemoMail(plan: SuitePlan, port: number): Promise<void> {
  const url = `http://${HOST}:${port}/${plan.projectId}/${REGION}/deliverOutbox`;
  for (const invite of demoInvites.filter(({ mail }) => mail === 'queued')) {
    const data = { id: mailWorkOf(invite).id };
    const headers = { 'content-type': 'application/json' };
    const { ok, status } = await fetch(url, { method: 'POST', headers, body: JSON.stringify({ data }) });
    if (!ok)
      throw new Error(`The mail to ${invite.email} was not delivered: deliverOutbox answered ${status}.`);
  }
}
