import type { ComponentType } from 'react';
import { createBrowserRouter, redirectDocument } from 'react-router-dom';
import { loadPatiently } from '../shared/connection/loadPatiently.ts';
import { pagePaths } from '../shared/routing/pagePaths.ts';
import { Loading } from '../shared/ui/Loading.tsx';
import { ErrorPage } from './ErrorPage.tsx';
import { NotFoundPage } from './NotFoundPage.tsx';

/** Each page is a chunk of its own: the sign-in page carries no Firestore and no table. */
export const router = createBrowserRouter([
  {
    ErrorBoundary: ErrorPage,
    HydrateFallback: () => <Loading label="Loading the page" />,
    children: [
      {
        path: pagePaths.signIn.path,
        lazy: page(() => import('../features/account/signIn/SignInPage.tsx'), 'SignInPage'),
      },
      {
        path: pagePaths.forgotPassword.path,
        lazy: page(() => import('../features/account/signIn/ForgotPasswordPage.tsx'), 'ForgotPasswordPage'),
      },
      {
        path: pagePaths.authAction.path,
        lazy: page(() => import('../features/account/authAction/AuthActionPage.tsx'), 'AuthActionPage'),
      },
      {
        path: pagePaths.invite.path,
        // A document of its own: renderInvitePage.tsx.
        loader: () => redirectDocument(pagePaths.invite.getHref()),
      },
      {
        lazy: page(() => import('./AppLayout.tsx'), 'AppLayout'),
        children: [
          {
            path: pagePaths.root.path,
            lazy: page(() => import('./LandingPage.tsx'), 'LandingPage'),
          },
          {
            path: pagePaths.tenants.path,
            lazy: page(() => import('../features/tenants/TenantsPage.tsx'), 'TenantsPage'),
          },
          {
            path: pagePaths.myInvitations.path,
            lazy: page(
              () => import('../features/answer/myInvitations/MyInvitationsPage.tsx'),
              'MyInvitationsPage',
            ),
          },
          {
            path: pagePaths.notices.path,
            lazy: page(() => import('../features/account/notices/NoticesPage.tsx'), 'NoticesPage'),
          },
          {
            path: pagePaths.tenant.path,
            lazy: page(() => import('./TenantLayout.tsx'), 'TenantLayout'),
            children: [
              {
                index: true,
                lazy: page(() => import('../features/home/TenantHomePage.tsx'), 'TenantHomePage'),
              },
              {
                path: pagePaths.invitations.path,
                lazy: page(() => import('../features/invites/list/InvitationsPage.tsx'), 'InvitationsPage'),
              },
              {
                path: pagePaths.settings.path,
                lazy: page(() => import('../features/settings/SettingsPage.tsx'), 'SettingsPage'),
              },
            ],
          },
        ],
      },
      { path: '*', Component: NotFoundPage },
    ],
  },
]);

/** @returns how the router fetches a page: from a chunk of its own, by the name that it is exported with */
function page<Name extends string>(load: () => Promise<Record<Name, ComponentType>>, name: Name) {
  return async () => ({ Component: (await loadPatiently(load))[name] });
}
