/** Every address of the app: `path` for the router, `getHref` for links. */
export const pagePaths = {
  root: { path: '/', getHref: () => '/' },
  signIn: {
    path: '/sign-in',
    /** @param next where to go after signing in: a path of this app */
    getHref: (next?: string) => (next ? `/sign-in?next=${encodeURIComponent(next)}` : '/sign-in'),
  },
  forgotPassword: { path: '/forgot-password', getHref: () => '/forgot-password' },
  /** Where the links of mails about an account lead: Firebase's, and ours. */
  authAction: { path: '/auth/action', getHref: () => '/auth/action' },
  invite: { path: '/invite', getHref: () => '/invite' },
  myInvitations: { path: '/my-invitations', getHref: () => '/my-invitations' },
  /** The links of notices open it. */
  notices: { path: '/account/notices', getHref: () => '/account/notices' },
  tenants: { path: '/tenants', getHref: () => '/tenants' },
  tenant: {
    path: '/t/:tenantId',
    getHref: (tenantId: string) => `/t/${tenantId}`,
    /** For who has just joined: the page says so. */
    getJoinedHref: (tenantId: string) => `/t/${tenantId}?joined`,
  },
  invitations: {
    path: '/t/:tenantId/invitations',
    getHref: (tenantId: string) => `/t/${tenantId}/invitations`,
  },
  settings: { path: '/t/:tenantId/settings', getHref: (tenantId: string) => `/t/${tenantId}/settings` },
} as const;
