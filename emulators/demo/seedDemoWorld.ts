import { deleteApp, initializeApp } from 'firebase-admin/app';
import { getFirestore } from 'firebase-admin/firestore';
import { emulatorVariables, type SuitePlan } from '../launcher/suitePlan.ts';
import { demoDocuments } from './demoDocuments.ts';

/**
 * Writes the demo world's documents. Its accounts are in emulator-data/, which the Auth emulator imports.
 *
 * @param plan a suite whose Firestore is running
 */
export async function seedDemoWorld(plan: SuitePlan): Promise<void> {
  Object.assign(process.env, emulatorVariables(plan));
  const app = initializeApp({ projectId: plan.projectId }, 'demo world');
  const firestore = getFirestore(app);
  const batch = firestore.batch();
  for (const [path, data] of Object.entries(demoDocuments(new Date()))) {
    batch.set(firestore.doc(path), data);
  }
  await batch.commit();
  await deleteApp(app);
}
