/** The rules under test, on the running Firestore, in a project of each test file's own. */
import { readFile } from 'node:fs/promises';
import {
  initializeTestEnvironment,
  type RulesTestContext,
  type RulesTestEnvironment,
} from '@firebase/rules-unit-testing';
import type { Firestore } from 'firebase/firestore';
import { people, type Person, type PersonName } from './people.ts';

/** The library types its Firestore by the older namespaced API, and the modular functions take it all the same. */
export function firestoreOf(context: RulesTestContext): Firestore {
  return context.firestore() as unknown as Firestore;
}

export interface Rules {
  environment: RulesTestEnvironment;
  /** Firestore as this person (or as whoever holds this token) sees it. */
  as(who: PersonName | Person): Firestore;
}

/**
 * @param name a word for the project's id, so that test files do not see each other's documents
 * @returns the environment; the host and port come from FIRESTORE_EMULATOR_HOST
 */
export async function openRules(name: string): Promise<Rules> {
  const rules = await readFile(new URL('../../firestore.rules', import.meta.url), 'utf8');
  const environment = await initializeTestEnvironment({
    projectId: `demo-hrx-rules-${name}`,
    firestore: { rules },
  });
  const opened = new Map<string, Firestore>();
  return {
    environment,
    as(who) {
      const person: Person | null = typeof who === 'string' ? people[who] : who;
      const key = JSON.stringify(person);
      const known = opened.get(key);
      if (known) return known;
      const context = person
        ? environment.authenticatedContext(person.uid, person.token)
        : environment.unauthenticatedContext();
      const db = firestoreOf(context);
      opened.set(key, db);
      return db;
    },
  };
}
