/** The Admin SDK on the suite: what tests seed with and look with, past rules and callables. */
import { getApps, initializeApp } from 'firebase-admin/app';
import { getAuth } from 'firebase-admin/auth';
import { getFirestore } from 'firebase-admin/firestore';
import type { DocumentKey } from '../../functions/src/contract/documentKeys.ts';
import type { Written } from '../../functions/src/contract/documents.ts';
import { emulatorVariables, planSuite } from '../../emulators/plan/suitePlan.ts';
import { suite } from './suite.ts';

Object.assign(process.env, emulatorVariables(planSuite(true, process.env)), {
  // The Admin SDK would look for Google's metadata server.
  METADATA_SERVER_DETECTION: 'none',
});

const app =
  getApps()[0] ??
  initializeApp({
    projectId: suite.projectId,
    serviceAccountId: `emulator@${suite.projectId}.iam.gserviceaccount.com`,
  });

export const adminAuth = getAuth(app);
export const adminFirestore = getFirestore(app);

export async function put<Document>(key: DocumentKey<Document>, document: Written<Document>): Promise<void> {
  await adminFirestore.doc(key.path).set(document);
}

export async function patch<Document>(
  key: DocumentKey<Document>,
  fields: Partial<Written<Document>>,
): Promise<void> {
  await adminFirestore.doc(key.path).update(fields as FirebaseFirestore.UpdateData<object>);
}

/** @returns the document. @throws Error where there is none. */
export async function get<Document>(key: DocumentKey<Document>): Promise<Document> {
  const found = await find(key);
  if (found === undefined) throw new Error(`There is no ${key.path}.`);
  return found;
}

export async function find<Document>(key: DocumentKey<Document>): Promise<Document | undefined> {
  return (await adminFirestore.doc(key.path).get()).data() as Document | undefined;
}
