import { initializeAppCheck, ReCaptchaEnterpriseProvider } from 'firebase/app-check';
import { firebaseApp } from './app.ts';

/**
 * From now on every call and every read carries proof that it comes from this app. Imported only by a build that has a
 * site key, so that no other carries it.
 *
 * @param siteKey of reCAPTCHA Enterprise, from VITE_APP_CHECK_SITE_KEY
 */
export function startAppCheck(siteKey: string): void {
  initializeAppCheck(firebaseApp, {
    provider: new ReCaptchaEnterpriseProvider(siteKey),
    isTokenAutoRefreshEnabled: true,
  });
}
