/** What the product expects of a Firebase project, and how each is set. docs/deploy.md has them in order. */

export interface ProductionSetting {
  what: string;
  why: string;
  /** The way through the console, or a command. */
  how: string;
}

const AUTHENTICATION = 'Firebase console → Authentication';

export const PRODUCTION_SETTINGS: ProductionSetting[] = [
  {
    what: 'Sign-up and self-deletion by end users are off',
    why: 'Accounts are made by invitations. (Needs Identity Platform. Nothing depends on it for safety.)',
    how: `${AUTHENTICATION} → Settings → User actions: clear "Enable create" and "Enable delete".`,
  },
  {
    what: 'Email enumeration protection is on',
    why: 'The sign-in page must not tell who has an account. (On in projects made since September 2023.)',
    how: `${AUTHENTICATION} → Settings → User actions → Email enumeration protection.`,
  },
  {
    what: 'One account for each address',
    why: 'An invitation is to an address, and finds one account by it.',
    how: `${AUTHENTICATION} → Settings → User account linking: link accounts that use the same email.`,
  },
  {
    what: 'Providers: password, email link, Google',
    why: 'The three ways in that the sign-in page offers.',
    how: `${AUTHENTICATION} → Sign-in method: Email/Password with "Email link", and Google.`,
  },
  {
    what: 'A second factor is allowed',
    why: 'People who have one are asked for it; nobody is made to have one.',
    how: `${AUTHENTICATION} → Sign-in method → Advanced: SMS multi-factor (needs Identity Platform).`,
  },
  {
    what: 'Password policy: 8 to 128 characters, required',
    why: 'The same that our own pages and functions ask for.',
    how: `${AUTHENTICATION} → Settings → Password policy: Require enforcement, minimum 8.`,
  },
  {
    what: 'Action URL <FRONTEND_URL>/auth/action',
    why: "Firebase's own links (reset, verification, sign-in) open our page, which knows what they may do.",
    how: `${AUTHENTICATION} → Templates → any of them → Edit → Customize action URL (one for all).`,
  },
  {
    what: 'Authorised domains: the one of FRONTEND_URL, and no other of yours',
    why: 'Links and popups lead only there. Remove localhost.',
    how: `${AUTHENTICATION} → Settings → Authorized domains.`,
  },
  {
    what: 'Indexes and rules of Firestore',
    why: 'Without the indexes the invitations page stays empty; without the rules everybody is refused.',
    how: 'firebase deploy --only firestore --project <project>',
  },
  {
    what: 'TTL on expireAt of invite_links, idempotency and rate_limits',
    why: 'What has served its time is deleted by Firestore itself.',
    how: 'Deployed with the indexes; gcloud firestore fields ttls list --project <project> shows them.',
  },
  {
    what: 'Secrets INVITE_LINK_KEY and SMTP_URI',
    why: 'Links are derived from the one, mail goes out through the other.',
    how: 'firebase functions:secrets:set INVITE_LINK_KEY (as keyId:hex, see docs/deploy.md), then SMTP_URI.',
  },
  {
    what: 'App Check, when you want it',
    why: 'Calls from anything but our own pages are refused.',
    how: 'docs/deploy.md, "App Check": the site key in the web build first, then APP_CHECK=true.',
  },
];
