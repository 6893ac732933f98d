/** The callables about passwords, by their deployed names. */
import { definePublicCallable } from '../platform/defineCallable.ts';
import { requestPasswordReset as request } from './requestPasswordReset.ts';
import { setNewPassword as set } from './setNewPassword.ts';

export const requestPasswordReset = definePublicCallable(
  'requestPasswordReset',
  (deps, _caller, asked, network) => request(deps, asked, network),
);
export const setNewPassword = definePublicCallable('setNewPassword', (deps, _caller, asked) =>
  set(deps, asked),
);
