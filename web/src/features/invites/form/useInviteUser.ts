import { useCallback } from 'react';
import { useCallable } from '../../../shared/callable/useCallable.ts';
import type { FlowType } from './presets.ts';
import { withPreset, type InviteResult, type InviteUserParams } from './withPreset.ts';

type Invite = (params: InviteUserParams) => Promise<InviteResult>;

export interface InviteUserHook {
  inviteUser: Invite;
  inviteRecruiter: Invite;
  inviteWorker: Invite;
  loading: boolean;
  /** The sentence for the person. */
  error: string | null;
  result: InviteResult | null;
  /** Forgets error and result. */
  reset: () => void;
}

/**
 * Inviting from a component: the state of the attempt, and the three ways to invite. They resolve with the result and
 * throw a CallError, whose message is also `error`. What is sent again while it runs is sent once; after an answer got
 * lost it carries the same idempotency key.
 */
export function useInviteUser(): InviteUserHook {
  const { call, loading, error, result, reset } = useCallable('inviteUser');
  const invite = useCallback(
    (flow: FlowType, params: InviteUserParams) => call(withPreset(flow, params)),
    [call],
  );
  return {
    inviteUser: useCallback((params) => invite('general', params), [invite]),
    inviteRecruiter: useCallback((params) => invite('recruiter', params), [invite]),
    inviteWorker: useCallback((params) => invite('workforce', params), [invite]),
    loading,
    error: error?.message ?? null,
    result,
    reset,
  };
}
