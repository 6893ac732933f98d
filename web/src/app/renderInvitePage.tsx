import CssBaseline from '@mui/material/CssBaseline';
import { ThemeProvider } from '@mui/material/styles';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { AcceptInvitePage } from '../features/answer/accept/AcceptInvitePage.tsx';
import { startAppCheckIfOn } from '../shared/firebase/startAppCheckIfOn.ts';
import { AuthProvider } from '../shared/session/AuthProvider.tsx';
import { lazySession } from '../shared/session/lazySession.ts';
import { createAppTheme } from '../theme/createAppTheme.ts';

const theme = createAppTheme();

/** `/invite` is a page of its own, without the router: people see it once, often on a phone. Its links are plain ones. */
export async function renderInvitePage(): Promise<void> {
  await startAppCheckIfOn();
  const root = document.getElementById('root');
  if (!root) throw new Error('invite.html has no #root.');
  createRoot(root).render(
    <StrictMode>
      <ThemeProvider theme={theme}>
        <CssBaseline />
        <AuthProvider source={lazySession}>
          <AcceptInvitePage openDocument={(href) => window.location.replace(href)} />
        </AuthProvider>
      </ThemeProvider>
    </StrictMode>,
  );
}
