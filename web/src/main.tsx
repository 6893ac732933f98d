// First, so that nothing else sees the code in the address.
import './features/account/authAction/actionLink.ts';
import '@fontsource-variable/inter/wght.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/App.tsx';
import { startAppCheckIfOn } from './shared/firebase/startAppCheckIfOn.ts';

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root.');

async function start(container: HTMLElement): Promise<void> {
  await startAppCheckIfOn();
  createRoot(container).render(
    <StrictMode>
      <App />
    </StrictMode>,
  );
}

void start(root);
