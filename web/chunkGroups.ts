import path from 'node:path';
import type { Rolldown } from 'vite';

type Context = Rolldown.ChunkingContext;

const at = (file: string) => path.join(import.meta.dirname, 'src', file);

/**
 * Puts what `/invite` loads into few files: a phone on a slow network waits for each request, and left alone a bundler
 * cuts a file for each set of pages that share something. Modules of other pages alone are left to the bundler.
 */
export function chunkGroups(): { name: (id: string, context: Context) => string | null }[] {
  let groups: Map<string, string> | null = null;
  return [{ name: (id, context) => (groups ??= groupsOf(context)).get(id) ?? null }];
}

function groupsOf(context: Context): Map<string, string> {
  const entry = reach(context, [at('invite.ts')]);
  const page = reach(context, [at('app/renderInvitePage.tsx')]);
  const session = reach(context, [at('shared/session/firebaseSession.ts'), at('shared/session/waysIn.ts')]);
  const others = reach(context, [at('main.tsx')], 'with what is imported later');
  const groups = new Map<string, string>();
  for (const id of session) groups.set(id, 'session');
  for (const id of page) groups.set(id, others.has(id) ? 'page' : 'invitePage');
  // What runs as soon as it is loaded stays in the entry itself, which no other page loads.
  for (const id of entry) {
    if (others.has(id)) groups.set(id, 'address');
    else groups.delete(id);
  }
  return groups;
}

/** @returns the ids of everything that these modules import */
function reach(context: Context, roots: string[], later?: 'with what is imported later'): Set<string> {
  const found = new Set<string>();
  const queue = [...roots];
  for (let id = queue.pop(); id !== undefined; id = queue.pop()) {
    if (found.has(id)) continue;
    found.add(id);
    const module = context.getModuleInfo(id);
    queue.push(...(module?.importedIds ?? []), ...((later && module?.dynamicallyImportedIds) ?? []));
  }
  return found;
}
