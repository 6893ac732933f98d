/** What stands in for firebase/firestore in component tests: queries that can be read. */
import { vi } from 'vitest';

interface Asked {
  path: string;
  constraints?: string[];
}

export const readableFirestore = {
  doc: (_firestore: unknown, path: string) => ({ path, constraints: [] }),
  collection: (_firestore: unknown, path: string) => ({ path }),
  query: ({ path, constraints = [] }: Asked, ...more: string[]) => ({
    path,
    constraints: [...constraints, ...more],
  }),
  where: (...parts: unknown[]) => parts.join(' '),
  orderBy: (field: string) => field,
  limit: (rows: number) => `limit ${rows}`,
  startAfter: (row: { id: string }) => `after ${row.id}`,
  getDoc: vi.fn(),
  getDocs: () => Promise.resolve({ docs: [] }),
  getCountFromServer: vi.fn(),
};
