import { confirmPasswordReset } from 'firebase/auth';
import type { CallableInput, CallableResponse } from '../../../../../functions/src/contract/callables.ts';
import { call } from '../../../shared/callable/call.ts';
import { auth } from '../../../shared/firebase/auth.ts';
import { signIn } from '../../../shared/session/signIn.ts';
import { signInByCode } from '../../../shared/session/signInByCode.ts';

/** Everything outside the page that the accept page asks; each throws what `toProblem` turns into words. */
export const redeemPorts = {
  getInvite: (secret: string): Promise<CallableResponse<'getInvite'>> => call('getInvite', { secret }),

  redeemInvite: (secret: string, password: string | null): Promise<CallableResponse<'redeemInvite'>> =>
    call('redeemInvite', { secret, password }),

  sendInviteMail: (secret: string): Promise<CallableResponse<'sendInviteMail'>> =>
    call('sendInviteMail', { secret }),

  acceptInvite: (input: CallableInput<'acceptInvite'>): Promise<CallableResponse<'acceptInvite'>> =>
    call('acceptInvite', input),

  declineInvite: (input: CallableInput<'declineInvite'>): Promise<CallableResponse<'declineInvite'>> =>
    call('declineInvite', input),

  setPassword: (code: string, password: string): Promise<void> => confirmPasswordReset(auth, code, password),

  signIn,
  signInByCode,
};
