import { useCallback, useEffect, useRef, useState } from 'react';
import { whileWaiting } from '../connection/connection.ts';
import { toProblem, type Problem } from './toProblem.ts';

/** What a component knows of something that a person started. */
export interface ActionState<Result> {
  loading: boolean;
  /** Why the latest attempt failed, with the sentence for the person. */
  error: Problem | null;
  result: Result | null;
}

/** @param signal is aborted when the page is left, or the attempt is given up for another */
type Work<Result> = (signal: AbortSignal) => Promise<Result>;

export interface Action<Result> extends ActionState<Result> {
  /**
   * For buttons and forms. What is already under way is not started again: its end is this one's too.
   * @param attempt what is attempted: another one replaces the one under way, whose end is then shown nowhere
   * @returns the result, or null where it failed, which `error` tells
   */
  run: (work: Work<Result>, attempt?: string) => Promise<Result | null>;
  /** For a step of something longer: as `run`, but @throws what the work throws. */
  attempt: (work: Work<Result>, attempt?: string) => Promise<Result>;
  /** Forgets error and result, and what is under way. */
  reset: () => void;
}

interface Running<Result> {
  attempt: string;
  controller: AbortController;
  end: Promise<Result>;
}

const IDLE = { loading: false, error: null, result: null };

export interface ActionOptions {
  /** While it runs a placeholder stands in its place, which says itself when it takes long (ui/Loading.tsx). */
  hasPlaceholder?: boolean;
  /** Its success takes the person elsewhere: it stays busy until the page has gone. */
  leavesPage?: boolean;
}

/**
 * Something that a person starts with a button: once, however often they press, and again when it failed. Several steps
 * may be one action; a single callable is `useCallable`.
 */
export function useAction<Result = void>(options: ActionOptions = {}): Action<Result> {
  const { hasPlaceholder = false, leavesPage = false } = options;
  const [state, setState] = useState<ActionState<Result>>(IDLE);
  const running = useRef<Running<Result>>(null);

  const giveUp = useCallback(() => {
    running.current?.controller.abort();
    running.current = null;
  }, []);
  useEffect(() => giveUp, [giveUp]);

  const attempt = useCallback<Action<Result>['attempt']>(
    (work, what = '') => {
      if (running.current?.attempt === what) return running.current.end;
      giveUp();
      const controller = new AbortController();
      const finish = (end: Partial<ActionState<Result>>) => {
        if (controller.signal.aborted) return;
        running.current = null;
        setState({ ...IDLE, ...end });
      };
      setState({ ...IDLE, loading: true });
      const start = () => work(controller.signal);
      const end = (hasPlaceholder ? start() : whileWaiting(start)).then(
        (result) => {
          if (!leavesPage) finish({ result });
          return result;
        },
        (error: unknown) => {
          finish({ error: toProblem(error) });
          throw error;
        },
      );
      running.current = { attempt: what, controller, end };
      return end;
    },
    [giveUp, hasPlaceholder, leavesPage],
  );
  const run = useCallback<Action<Result>['run']>(
    (work, what) => attempt(work, what).catch(() => null),
    [attempt],
  );
  const reset = useCallback(() => {
    giveUp();
    setState(IDLE);
  }, [giveUp]);

  return { ...state, run, attempt, reset };
}
