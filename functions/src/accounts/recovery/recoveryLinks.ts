/** The secrets and pages of the mails that let somebody back in. */
import { deriveFrom, withoutSlash, type LinkKeys } from '../../platform/linkKeys.ts';

/** @returns the secret of a mail that lets somebody back in: the same for each try of that mail. */
export function deriveRecoverySecret(keys: LinkKeys, { uid, nonce }: { uid: string; nonce: string }): string {
  return deriveFrom(keys, keys.currentKeyId, ['hrx-recovery', uid, nonce]);
}

/** @returns the page for a new password: with a code of Firebase's, or with a secret of ours in the fragment. */
export function newPasswordUrl(frontendUrl: string, by: { code: string } | { secret: string }): string {
  const page = actionPage(frontendUrl);
  return 'secret' in by
    ? `${page}#${by.secret}`
    : `${page}?${new URLSearchParams({ mode: 'resetPassword', oobCode: by.code }).toString()}`;
}

/** @returns the page that signs in, by a secret of ours. */
export function signInUrl(frontendUrl: string, secret: string): string {
  return `${actionPage(frontendUrl)}?mode=signIn#${secret}`;
}

function actionPage(frontendUrl: string): string {
  return `${withoutSlash(frontendUrl)}/auth/action`;
}
