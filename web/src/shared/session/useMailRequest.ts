import { useState } from 'react';
import { call } from '../callable/call.ts';
import { useAction } from '../callable/useAction.ts';
import { remember } from './remembered.ts';
import type { Problem } from '../callable/toProblem.ts';

export interface MailRequest {
  busy: boolean;
  problem: Problem | null;
  /** What was asked for last, and when; the answer is the same for every address. */
  sent: { email: string; at: number } | null;
  send: (email: string) => void;
  /** Back to where nothing was asked for. */
  startAgain: () => void;
}

/** Asks for a mail that lets somebody back in. */
export function useMailRequest(callable: 'requestPasswordReset' | 'requestSignInLink'): MailRequest {
  const { busy, problem, run } = useAction();
  const [sent, setSent] = useState<MailRequest['sent']>(null);
  const send = (email: string) =>
    run(async () => {
      await call(callable, { email });
      // Whoever opens the link in this browser need not type it again.
      if (callable === 'requestSignInLink') remember('linkAddress', null, email);
      setSent({ email, at: Date.now() });
    });
  return { busy, problem, sent, send, startAgain: () => setSent(null) };
}
