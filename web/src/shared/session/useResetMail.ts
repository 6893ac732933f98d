import { useState } from 'react';
import { call } from '../call.ts';
import { useAction } from '../useAction.ts';
import type { Problem } from './toProblem.ts';

export interface ResetMail {
  busy: boolean;
  problem: Problem | null;
  /** When the last one was asked for; the answer is the same for every address. */
  sentAt: number | null;
  send: (email: string) => void;
}

/** Asks for the mail that sets a new password. */
export function useResetMail(): ResetMail {
  const { busy, problem, run } = useAction();
  const [sentAt, setSentAt] = useState<number | null>(null);
  const send = (email: string) =>
    run(async () => {
      await call('requestPasswordReset', { email });
      setSentAt(Date.now());
    });
  return { busy, problem, sentAt, send };
}
