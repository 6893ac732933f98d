import type { CallableInput, CallableResponse } from '../../../../../functions/src/contract/callables.ts';
import { PRESETS, presetLevel, type FlowType } from './presets.ts';

type InviteUserInput = CallableInput<'inviteUser'>;

/** What `inviteUser` takes; a level that is left out is the flow's, or the role's own. */
export type InviteUserParams = Omit<InviteUserInput, 'securityLevel'> &
  Partial<Pick<InviteUserInput, 'securityLevel'>>;

export type InviteResult = CallableResponse<'inviteUser'>;

/** @returns the request, with the flow's level and message where none are given; an empty message is none. */
export function withPreset(flow: FlowType, params: InviteUserParams): InviteUserInput {
  const message = params.customMessage ?? PRESETS[flow].customMessage;
  return {
    ...params,
    securityLevel: params.securityLevel ?? presetLevel(flow, params.desiredRole),
    customMessage: message === '' ? null : message,
  };
}
