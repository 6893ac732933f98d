/** Everything by which `/invite` signs somebody in, as one part that is loaded later. */
export { setPasswordByCode } from './setPasswordByCode.ts';
export { signIn } from './signIn.ts';
export { signInByCode } from './signInByCode.ts';
