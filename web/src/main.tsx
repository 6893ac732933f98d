// First, so that nothing else sees the secret or the code in the address.
import './features/answer/redeem/inviteLink.ts';
import './features/account/authAction/actionLink.ts';
import '@fontsource-variable/inter/wght.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/App.tsx';
import { env } from './shared/firebase/app.ts';

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root.');

/** App Check stands before the first call. Where it did not load the app still opens, and its calls say what is wrong. */
async function start(container: HTMLElement): Promise<void> {
  if (env.appCheckSiteKey !== null) {
    const appCheck = await import('./shared/firebase/startAppCheck.ts').catch(() => null);
    appCheck?.startAppCheck(env.appCheckSiteKey);
  }
  createRoot(container).render(
    <StrictMode>
      <App />
    </StrictMode>,
  );
}

void start(root);
