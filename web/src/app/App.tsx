import CssBaseline from '@mui/material/CssBaseline';
import { ThemeProvider } from '@mui/material/styles';
import { RouterProvider } from 'react-router-dom';
import { AuthProvider } from '../shared/session/AuthProvider.tsx';
import { firebaseSession } from '../shared/session/firebaseSession.ts';
import { createAppTheme } from '../theme/createAppTheme.ts';
import { RouterLink } from './RouterLink.tsx';
import { router } from './router.tsx';

const theme = createAppTheme(RouterLink);

/** What every page but `/invite` stands on. */
export function App() {
  return (
    <ThemeProvider theme={theme}>
      <CssBaseline />
      <AuthProvider source={firebaseSession}>
        <RouterProvider router={router} />
      </AuthProvider>
    </ThemeProvider>
  );
}
