import Box from '@mui/material/Box';
import Drawer from '@mui/material/Drawer';
import LinearProgress from '@mui/material/LinearProgress';
import useMediaQuery from '@mui/material/useMediaQuery';
import { useEffect, useState } from 'react';
import { Navigate, Outlet, useLocation, useNavigation } from 'react-router-dom';
import { pagePaths } from '../shared/routing/pagePaths.ts';
import { useAuth } from '../shared/session/AuthContext.ts';
import { startWaiting } from '../shared/connection/connection.ts';
import { ConnectionBanner } from '../shared/connection/ConnectionBanner.tsx';
import { useOwnUserDocument } from '../shared/session/useOwnUserDocument.ts';
import { useTenantAccess } from '../shared/session/useTenantAccess.ts';
import { Brand } from '../shared/ui/Brand.tsx';
import { Loading } from '../shared/ui/Loading.tsx';
import { ToastProvider } from '../shared/ui/ToastProvider.tsx';
import { AppHeader } from './AppHeader.tsx';
import { navigationFor } from './navigation.tsx';
import { NavigationList } from './NavigationList.tsx';
import { SkipLink } from './SkipLink.tsx';

const NAVIGATION_WIDTH = 232;

/** The width from which the navigation stands beside the page (MUI's `md`), and no menu is needed. */
const ROOM_FOR_NAVIGATION = '(min-width: 900px)';

/** The height of MUI's toolbar, and a little air. */
const BELOW_HEADER = { xs: 64, sm: 72 };

/** The frame of every page behind the sign-in; who is not signed in is sent there, and comes back. */
export function AppLayout() {
  const { user, loading, departure } = useAuth();
  const { pathname, search } = useLocation();
  useOwnUserDocument();

  if (loading) return <Loading label="Loading your account" />;
  if (user) {
    return (
      <ToastProvider>
        <Frame />
      </ToastProvider>
    );
  }
  // After a sign-out the next person starts at their own start.
  const comesBack = departure !== 'signed-out' && pathname !== pagePaths.root.path;
  return <Navigate to={pagePaths.signIn.getHref(comesBack ? pathname + search : undefined)} replace />;
}

function Frame() {
  const { hrx, activeTenantId, activeMembership } = useAuth();
  const [menuOpen, setMenuOpen] = useState(false);
  const hasNavigation = useMediaQuery(ROOM_FOR_NAVIGATION, { noSsr: true });
  const isNavigating = useNavigation().state === 'loading';
  const tenantId = hrx || activeMembership ? activeTenantId : null;
  const { can, managesTenant } = useTenantAccess(tenantId);
  useEffect(() => (isNavigating ? startWaiting() : undefined), [isNavigating]);
  const items = navigationFor({
    hrx,
    tenantId,
    seesInvitations: can('invites:create') || can('members:read'),
    managesTenant,
  });

  return (
    <>
      <SkipLink />
      <AppHeader menuOpen={menuOpen} onMenuOpen={() => setMenuOpen(true)} />
      {isNavigating && (
        <LinearProgress
          aria-label="Loading the page"
          sx={{ position: 'fixed', top: 0, insetInline: 0, zIndex: 'tooltip' }}
        />
      )}
      <Drawer
        // An open menu that is not seen would hide the page from screen readers: a tablet was turned.
        open={menuOpen && !hasNavigation}
        onClose={() => setMenuOpen(false)}
        slotProps={{ paper: { 'aria-label': 'Menu' } }}
      >
        <Box component="nav" aria-label="Pages" sx={{ width: 280, maxWidth: '85vw' }}>
          <Box sx={{ px: 2.5, pt: 2 }}>
            <Brand withName="always" />
          </Box>
          <NavigationList items={items} onNavigate={() => setMenuOpen(false)} />
        </Box>
      </Drawer>
      <Box sx={{ display: 'flex', flex: 1, width: '100%', maxWidth: 1440, mx: 'auto' }}>
        <Box
          component="nav"
          aria-label="Pages"
          sx={{ width: NAVIGATION_WIDTH, flexShrink: 0, pt: 1.5, display: { xs: 'none', md: 'block' } }}
        >
          <NavigationList items={items} />
        </Box>
        <Box
          component="main"
          id="main"
          tabIndex={-1}
          sx={{
            flex: 1,
            minWidth: 0,
            px: { xs: 2, sm: 3, md: 4 },
            py: { xs: 3, md: 4 },
            '&:focus': { outline: 'none' },
          }}
        >
          <ConnectionBanner top={BELOW_HEADER} />
          <Outlet />
        </Box>
      </Box>
    </>
  );
}
