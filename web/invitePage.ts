import type { HtmlTagDescriptor, Plugin, Rolldown } from 'vite';

const DOCUMENT = '/invite.html';

/**
 * `/invite` is a document of its own (invite.html), as the rewrite in firebase.json says: here for the server of
 * `npm start`. A build names in it all that the page needs, so that it is fetched with the entry, and not after it.
 */
export function invitePage(): Plugin {
  return {
    name: 'invite-page',
    configureServer({ middlewares }) {
      middlewares.use((request, _response, next) => {
        if (request.url) request.url = request.url.replace(/^\/invite(?=\?|$)/, DOCUMENT);
        next();
      });
    },
    transformIndexHtml: {
      order: 'post',
      handler(_html, { path, bundle, chunk }) {
        return path === DOCUMENT && bundle && chunk ? preloads(bundle, chunk) : [];
      },
    },
  };
}

/** @returns a `modulepreload` for each script of the page that Vite does not name itself: it names the entry's own. */
function preloads(bundle: Rolldown.OutputBundle, entry: Rolldown.OutputChunk): HtmlTagDescriptor[] {
  const named = new Set([entry.fileName, ...entry.imports]);
  const wanted = entry.dynamicImports.flatMap((file) => withImports(bundle, file));
  return [...new Set(wanted)]
    .filter((file) => !named.has(file))
    .map((file) => ({
      tag: 'link',
      attrs: { rel: 'modulepreload', crossorigin: true, href: `/${file}` },
      injectTo: 'head',
    }));
}

function withImports(bundle: Rolldown.OutputBundle, file: string): string[] {
  const chunk = bundle[file];
  return chunk?.type === 'chunk' ? [file, ...chunk.imports.flatMap((each) => withImports(bundle, each))] : [];
}
