import { useCallback, useRef } from 'react';
import type {
  CallableInput,
  CallableName,
  CallableResponse,
} from '../../../../functions/src/contract/callables.ts';
import { call } from './call.ts';
import { IdempotencyKeys } from './IdempotencyKeys.ts';
import { useAction, type ActionOptions, type ActionState } from './useAction.ts';

export interface Callable<Name extends CallableName> extends ActionState<CallableResponse<Name>> {
  /**
   * For buttons and forms.
   * @returns the answer, or null where there is none, which `error` tells
   */
  run: (input: CallableInput<Name>) => Promise<CallableResponse<Name> | null>;
  /** For a step of something longer: as `run`, but @throws CallError. */
  call: (input: CallableInput<Name>) => Promise<CallableResponse<Name>>;
  /** Forgets error and result, and an answer that is on its way. */
  reset: () => void;
}

type TakesKey = {
  [Name in CallableName]: 'idempotencyKey' extends keyof CallableInput<Name> ? Name : never;
}[CallableName];

/** The callables that take an idempotency key; one that is missing here does not compile. */
const TAKES_KEY: Readonly<Record<TakesKey, true>> = {
  inviteUser: true,
  createInviteLink: true,
  resendInvite: true,
  correctInvite: true,
  startInvitesJob: true,
};

/**
 * The way from a component to a callable of the contract: its state, what it answered, and the sentence for the person
 * where it was refused. The same input is sent once, however often a button is pressed; another input replaces it. Each
 * attempt carries its idempotency key until an answer has come, where the callable takes one.
 */
export function useCallable<Name extends CallableName>(name: Name, options?: ActionOptions): Callable<Name> {
  const { loading, error, result, run, attempt, reset } = useAction<CallableResponse<Name>>(options);
  const keys = useRef<IdempotencyKeys>(null);

  const send = useCallback(
    (input: CallableInput<Name>) => {
      if (!Object.hasOwn(TAKES_KEY, name)) return call(name, input);
      keys.current ??= new IdempotencyKeys();
      const { idempotencyKey: given } = input as { idempotencyKey?: string | null };
      return keys.current.attempt(input, (key) => call(name, { ...input, idempotencyKey: given ?? key }));
    },
    [name],
  );

  return {
    loading,
    error,
    result,
    run: useCallback((input) => run(() => send(input), JSON.stringify(input)), [run, send]),
    call: useCallback((input) => attempt(() => send(input), JSON.stringify(input)), [attempt, send]),
    reset,
  };
}
