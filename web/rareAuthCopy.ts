import type { Plugin } from 'vite';

/** Marks the modules of the copy. */
const COPY = '?rare-auth';
const OWNER = '/shared/session/rareAuth.ts';
/** Firebase Auth's own modules; what it stands on (`@firebase/app`) is shared, and has to be. */
const OF_AUTH = /^(firebase\/auth$|@firebase\/auth$|\.)/;

/**
 * Bundlers put every used part of a module into one chunk. So that pages load without what only
 * `web/src/shared/session/rareAuth.ts` uses of Firebase Auth, that file gets a second copy of it. In builds alone:
 * everything works without, the pages are only larger.
 */
export function rareAuthCopy(): Plugin {
  return {
    name: 'rare-auth-copy',
    apply: 'build',
    enforce: 'pre',
    async resolveId(source, importer, options) {
      const isOwned = importer?.endsWith(OWNER) === true || importer?.endsWith(COPY) === true;
      if (!isOwned || !OF_AUTH.test(source)) return null;
      const found = await this.resolve(source, importer.replace(COPY, ''), { ...options, skipSelf: true });
      return found && { ...found, id: `${found.id}${COPY}` };
    },
  };
}
