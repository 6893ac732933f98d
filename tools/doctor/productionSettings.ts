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
    why: 'Accounts are created by invitations only. (Needs Identity Platform. The app is safe without it.)',
    how: `${AUTHENTICATION} → Settings → User actions: clear "Enable create" and "Enable delete".`,
  },
  {
    what: 'Email enumeration protection is on',
    why: 'The sign-in page must not tell who has an account. (Already on in projects created since September 2023.)',
    how: `${AUTHENTICATION} → Settings → User actions → Email enumeration protection.`,
  },
  {
    what: 'One account for each email address',
    why: 'An invitation finds the account by its email address.',
    how: `${AUTHENTICATION} → Settings → User account linking: link accounts that use the same email.`,
  },
  {
    what: 'Providers: password, email link, Google',
    why: 'The three ways to sign in.',
    how: `${AUTHENTICATION} → Sign-in method: Email/Password with "Email link", and Google.`,
  },
  {
    what: 'Second factors are allowed',
    why: 'People who have a second factor are asked for it. It is not required.',
    how: `${AUTHENTICATION} → Sign-in method → Advanced: SMS multi-factor (needs Identity Platform).`,
  },
  {
    what: 'Password policy: 8 to 128 characters, required',
    why: 'The app checks the same limits.',
    how: `${AUTHENTICATION} → Settings → Password policy: Require enforcement, minimum 8.`,
  },
  {
    what: 'Action URL <FRONTEND_URL>/auth/action',
    why: "Firebase's own links (reset, verification, sign-in) must open our page.",
    how: `${AUTHENTICATION} → Templates → any of them → Edit → Customize action URL (one for all).`,
  },
  {
    what: 'Authorised domains: the one of FRONTEND_URL, and no other of yours',
    why: 'Links and popups open only these domains. Remove localhost.',
    how: `${AUTHENTICATION} → Settings → Authorized domains.`,
  },
  {
    what: 'Indexes and rules of Firestore',
    why: 'Without the indexes the invitations page stays empty. Without the rules nobody can read anything.',
    how: 'firebase deploy --only firestore --project <project>',
  },
  {
    what: 'TTL on expireAt of invite_links, idempotency, recovery_mails, outbox, rate_limits, jobs and their rows',
    why: 'Firestore deletes expired documents by itself.',
    how: 'Deployed with the indexes; gcloud firestore fields ttls list --project <project> shows them.',
  },
  {
    what: 'Secrets INVITE_LINK_KEY and SMTP_URI',
    why: 'The first creates the links, the second sends the emails.',
    how: 'firebase functions:secrets:set INVITE_LINK_KEY (as keyId:hex, see docs/deploy.md), then SMTP_URI.',
  },
  {
    what: 'App Check, when you want it',
    why: 'Only our own pages can call the functions.',
    how: 'docs/deploy.md, "App Check": the site key in the web build first, then APP_CHECK=true.',
  },
];
