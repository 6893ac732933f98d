import Box from '@mui/material/Box';
import { Navigate, Outlet, useLocation } from 'react-router-dom';
import { pagePaths } from '../shared/pagePaths.ts';
import { useAuth } from '../shared/session/AuthContext.ts';
import { useOwnUserDocument } from '../shared/session/useOwnUserDocument.ts';
import { Loading } from '../shared/ui/Loading.tsx';

/** The frame of every page behind the sign-in. */
export function AppLayout() {
  const { user, loading } = useAuth();
  const { pathname, search } = useLocation();
  useOwnUserDocument();

  if (loading) return <Loading label="Looking who is signed in" />;
  if (!user) {
    const next = pathname === pagePaths.root.path ? undefined : pathname + search;
    return <Navigate to={pagePaths.signIn.getHref(next)} replace />;
  }
  return (
    <Box component="main" id="main">
      <Outlet />
    </Box>
  );
}
