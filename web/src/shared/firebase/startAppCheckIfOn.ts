import { env } from './env.ts';

/** App Check is there before the first call. Where it did not load the app still opens, and its calls say what is wrong. */
export async function startAppCheckIfOn(): Promise<void> {
  if (env.appCheckSiteKey === null) return;
  const appCheck = await import('./startAppCheck.ts').catch(() => null);
  appCheck?.startAppCheck(env.appCheckSiteKey);
}
