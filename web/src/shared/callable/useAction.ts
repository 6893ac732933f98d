import { useRef, useState } from 'react';
import { whileWaiting } from '../connection/connection.ts';
import { toProblem, type Problem } from './toProblem.ts';

export interface Action {
  busy: boolean;
  problem: Problem | null;
  /** Does one thing at a time, and keeps what went wrong. */
  run: (work: () => Promise<void>) => void;
}

/** @returns something that a person starts with a button, once, and again when it failed */
export function useAction(): Action {
  const isWorking = useRef(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);

  const run = async (work: () => Promise<void>) => {
    if (isWorking.current) return;
    isWorking.current = true;
    setBusy(true);
    setProblem(null);
    try {
      await whileWaiting(work);
    } catch (error) {
      setProblem(toProblem(error));
    } finally {
      isWorking.current = false;
      setBusy(false);
    }
  };

  return { busy, problem, run: (work) => void run(work) };
}
