import type { CallableInput, CallableResponse } from '../../../../../functions/src/contract/callables.ts';
import { call } from '../../../shared/callable/call.ts';
import { PRESETS, presetLevel, type FlowType } from './presets.ts';

type InviteUserInput = CallableInput<'inviteUser'>;

/** What `inviteUser` takes; a level that is left out is the flow's, or the role's own. */
export type InviteUserParams = Omit<InviteUserInput, 'securityLevel'> &
  Partial<Pick<InviteUserInput, 'securityLevel'>>;

export type InviteResult = CallableResponse<'inviteUser'>;

/** Every way to invite. Each method throws a CallError whose message is a sentence for the person. */
class InviteService {
  /** Invites somebody new, or attaches somebody who has an account to one more tenant. */
  inviteOrAttachUser(params: InviteUserParams): Promise<InviteResult> {
    return this.#invite('general', params);
  }

  /** The same with the recruiting team's level and message, where none are given. */
  inviteRecruiterUser(params: InviteUserParams): Promise<InviteResult> {
    return this.#invite('recruiter', params);
  }

  /** The same with the workforce's level and message, where none are given. */
  inviteWorkerUser(params: InviteUserParams): Promise<InviteResult> {
    return this.#invite('workforce', params);
  }

  #invite(flow: FlowType, params: InviteUserParams): Promise<InviteResult> {
    const message = params.customMessage ?? PRESETS[flow].customMessage;
    return call('inviteUser', {
      ...params,
      securityLevel: params.securityLevel ?? presetLevel(flow, params.desiredRole),
      customMessage: message === '' ? null : message,
    });
  }
}

export const inviteService = new InviteService();
