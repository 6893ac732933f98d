import { call } from '../../../shared/callable/call.ts';
import { withPreset, type InviteResult, type InviteUserParams } from './withPreset.ts';

/** Every way to invite, outside a component. Each method throws a CallError whose message is a sentence for the person. */
class InviteService {
  /** Invites somebody new, or attaches somebody who has an account to one more tenant. */
  inviteOrAttachUser(params: InviteUserParams): Promise<InviteResult> {
    return call('inviteUser', withPreset('general', params));
  }

  /** The same with the recruiting team's level and message, where none are given. */
  inviteRecruiterUser(params: InviteUserParams): Promise<InviteResult> {
    return call('inviteUser', withPreset('recruiter', params));
  }

  /** The same with the workforce's level and message, where none are given. */
  inviteWorkerUser(params: InviteUserParams): Promise<InviteResult> {
    return call('inviteUser', withPreset('workforce', params));
  }
}

export const inviteService = new InviteService();
