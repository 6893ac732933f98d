import { createBrowserRouter } from 'react-router-dom';
import { pagePaths } from '../shared/pagePaths.ts';
import { Loading } from '../shared/ui/Loading.tsx';
import { ErrorPage } from './ErrorPage.tsx';
import { NotFoundPage } from './NotFoundPage.tsx';

/** Each page is a chunk of its own: `/invite` and the sign-in page carry no Firestore and no table. */
export const router = createBrowserRouter([
  {
    ErrorBoundary: ErrorPage,
    HydrateFallback: () => <Loading label="Loading the page" />,
    children: [
      {
        path: pagePaths.signIn.path,
        lazy: async () => ({ Component: (await import('../features/access/SignInPage.tsx')).SignInPage }),
      },
      {
        path: pagePaths.forgotPassword.path,
        lazy: async () => ({
          Component: (await import('../features/access/ForgotPasswordPage.tsx')).ForgotPasswordPage,
        }),
      },
      {
        path: pagePaths.authAction.path,
        lazy: async () => ({
          Component: (await import('../features/authAction/AuthActionPage.tsx')).AuthActionPage,
        }),
      },
      {
        path: pagePaths.invite.path,
        lazy: async () => ({
          Component: (await import('../features/redeem/AcceptInvitePage.tsx')).AcceptInvitePage,
        }),
      },
      {
        lazy: async () => ({ Component: (await import('./AppLayout.tsx')).AppLayout }),
        children: [
          {
            path: pagePaths.root.path,
            lazy: async () => ({ Component: (await import('./LandingPage.tsx')).LandingPage }),
          },
          {
            path: pagePaths.tenants.path,
            lazy: async () => ({
              Component: (await import('../features/tenants/TenantsPage.tsx')).TenantsPage,
            }),
          },
          {
            path: pagePaths.myInvitations.path,
            lazy: async () => ({
              Component: (await import('../features/myInvitations/MyInvitationsPage.tsx')).MyInvitationsPage,
            }),
          },
          {
            path: pagePaths.tenant.path,
            lazy: async () => ({ Component: (await import('./TenantLayout.tsx')).TenantLayout }),
            children: [
              {
                index: true,
                lazy: async () => ({
                  Component: (await import('../features/home/TenantHomePage.tsx')).TenantHomePage,
                }),
              },
              {
                path: pagePaths.invitations.path,
                lazy: async () => ({
                  Component: (await import('../features/invites/InvitationsPage.tsx')).InvitationsPage,
                }),
              },
            ],
          },
        ],
      },
      { path: '*', Component: NotFoundPage },
    ],
  },
]);
