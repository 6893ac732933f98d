/** The callables of people who want back into their account, by their deployed names. */
import { definePublicCallable } from '../../platform/defineCallable.ts';
import { redeemSignInLink as redeem } from './redeemSignInLink.ts';
import { requestRecovery } from './requestRecovery.ts';
import { setNewPassword as set } from './setNewPassword.ts';

export const requestPasswordReset = definePublicCallable(
  'requestPasswordReset',
  (deps, _caller, { email }, network) => requestRecovery(deps, { email, wants: 'password' }, network),
);
export const setNewPassword = definePublicCallable('setNewPassword', (deps, _caller, asked) =>
  set(deps, asked),
);
export const requestSignInLink = definePublicCallable(
  'requestSignInLink',
  (deps, _caller, { email }, network) => requestRecovery(deps, { email, wants: 'sign-in' }, network),
);
export const redeemSignInLink = definePublicCallable('redeemSignInLink', (deps, _caller, asked) =>
  redeem(deps, asked),
);
