/** Google's popup as the Auth emulator plays it: offline, with a stand-in for Google's own script between the windows. */
import type { Page } from 'playwright-core';
import { suite } from './suite.ts';
import type { Tab } from './browser.ts';

/**
 * Does what Firebase's SDK and the emulator's frame ask of `gapi.iframes` (apis.google.com/js/api.js): a frame whose two
 * sides send each other messages and answer them.
 */
const GAPI = `(() => {
  const channel = (target) => {
    const handlers = {}, waiting = {};
    let sent = 0, opened;
    const ready = new Promise((resolve) => { opened = resolve; });
    addEventListener('message', async ({ data, source }) => {
      if (source !== target() || typeof data?.gapi !== 'string') return;
      if (data.gapi === 'ready') opened();
      // Google's own catches what a callback throws, and the SDK's throws when all is well (_isIframeWebStorageSupported).
      else if (data.gapi === 'answer') try { waiting[data.id]?.([data.body]); } catch {}
      else source.postMessage({ gapi: 'answer', id: data.id, body: await handlers[data.gapi]?.(data.body) }, '*');
    });
    return {
      register: (name, handler) => { handlers[name] = handler; },
      send: (name, body, callback) => {
        waiting[++sent] = callback;
        target().postMessage({ gapi: name, id: sent, body }, '*');
      },
      restyle: () => Promise.resolve(),
      ping: () => ready,
    };
  };
  const context = {
    open: async ({ where, url }, use) => {
      const frame = document.createElement('iframe');
      frame.src = url;
      frame.hidden = true;
      where.append(frame);
      return use(channel(() => frame.contentWindow));
    },
    getParentIframe: () => {
      const parent = channel(() => window.parent);
      window.parent.postMessage({ gapi: 'ready' }, '*');
      return parent;
    },
  };
  const iframes = { getContext: () => context, CROSS_ORIGIN_IFRAMES_FILTER: {} };
  window.gapi = { load: (_name, { callback }) => callback(), iframes };
  const onload = new URL(document.currentScript.src).searchParams.get('onload');
  (onload ? window[onload] : window.gapi_onload)();
})();`;

const IS_GOOGLES_SCRIPT = /^https:\/\/apis\.google\.com\/js\/api\.js/;

/** Lets the popup of Google work in a tab without a network. */
export async function playGoogle(tab: Tab): Promise<void> {
  tab.allow(/outside: https:\/\/apis\.google\.com/);
  const context = tab.page.context();
  // The emulator's own page asks for fonts and styles from elsewhere.
  await context.route(
    (url) => url.hostname !== suite.host,
    (route) => route.abort(),
  );
  await context.route(IS_GOOGLES_SCRIPT, (route) =>
    route.fulfill({ contentType: 'text/javascript', body: GAPI }),
  );
}

/** Presses the button and chooses an account in the popup: one that there is, or a new one. */
export async function chooseGoogleAccount(
  page: Page,
  button: () => Promise<void>,
  email: string,
): Promise<void> {
  const [popup] = await Promise.all([page.waitForEvent('popup'), button()]);
  const known = popup.locator('.js-reuse-account').filter({ hasText: email });
  await popup.locator('.js-new-account').waitFor();
  if ((await known.count()) > 0) await known.click();
  else {
    await popup.locator('.js-new-account').click();
    await popup.locator('#email-input').fill(email);
    await popup.locator('#sign-in').click();
  }
}
