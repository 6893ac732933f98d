/**
 * What few people need of Firebase Auth: the popup of Google, and second steps. Loaded when somebody asks for it. A
 * bundler cannot cut a module in two, so the build gives this file a copy of `firebase/auth` of its own
 * (web/rareAuthCopy.ts), and every page does without the popup's code. Both copies work on the same `Auth`.
 */
export {
  browserPopupRedirectResolver,
  connectAuthEmulator,
  getAdditionalUserInfo,
  getMultiFactorResolver,
  GoogleAuthProvider,
  initializeAuth,
  inMemoryPersistence,
  PhoneAuthProvider,
  PhoneMultiFactorGenerator,
  RecaptchaVerifier,
  signInWithPopup,
  TotpMultiFactorGenerator,
} from 'firebase/auth';
