import { useCallback, useRef, useState } from 'react';
import { toCallError } from '../../../shared/callable/CallError.ts';
import { IdempotencyKeys } from '../../../shared/callable/IdempotencyKeys.ts';
import { inviteService, type InviteResult, type InviteUserParams } from './inviteService.ts';

interface InviteState {
  loading: boolean;
  /** The sentence for the person. */
  error: string | null;
  result: InviteResult | null;
}

type Invite = (params: InviteUserParams) => Promise<InviteResult>;

export interface InviteUserHook extends InviteState {
  inviteUser: Invite;
  inviteRecruiter: Invite;
  inviteWorker: Invite;
  /** Forgets error and result. */
  reset: () => void;
}

const IDLE: InviteState = { loading: false, error: null, result: null };

/**
 * Inviting from a component: the state of the attempt, and the three ways to invite. They resolve with the result and
 * throw a CallError, whose message is also `error`. A payload that is sent again while it runs, or after an answer got
 * lost, carries the same idempotency key.
 */
export function useInviteUser(): InviteUserHook {
  const [state, setState] = useState<InviteState>(IDLE);
  const keys = useRef<IdempotencyKeys>(null);
  const latest = useRef(0);

  const run = useCallback(async (invite: Invite, params: InviteUserParams) => {
    const mine = ++latest.current;
    const finish = (next: InviteState) => {
      if (mine === latest.current) setState(next);
    };
    keys.current ??= new IdempotencyKeys();
    const idempotencyKey = params.idempotencyKey ?? keys.current.keyFor(params);
    setState({ ...IDLE, loading: true });
    try {
      const result = await invite({ ...params, idempotencyKey });
      keys.current.settle();
      finish({ ...IDLE, result });
      return result;
    } catch (thrown) {
      const error = toCallError(thrown);
      keys.current.settle(error);
      finish({ ...IDLE, error: error.message });
      throw error;
    }
  }, []);

  const inviteUser = useCallback<Invite>(
    (params) => run((input) => inviteService.inviteOrAttachUser(input), params),
    [run],
  );
  const inviteRecruiter = useCallback<Invite>(
    (params) => run((input) => inviteService.inviteRecruiterUser(input), params),
    [run],
  );
  const inviteWorker = useCallback<Invite>(
    (params) => run((input) => inviteService.inviteWorkerUser(input), params),
    [run],
  );
  const reset = useCallback(() => {
    latest.current += 1;
    setState(IDLE);
  }, []);

  return { ...state, inviteUser, inviteRecruiter, inviteWorker, reset };
}
