import { useState } from 'react';
import type { Problem } from '../callable/toProblem.ts';
import { useCallable } from '../callable/useCallable.ts';
import { remember } from './remembered.ts';

export interface MailRequest {
  loading: boolean;
  error: Problem | null;
  /** What was asked for last, and when; the answer is the same for every address. */
  sent: { email: string; at: number } | null;
  send: (email: string) => void;
  /** Back to where nothing was asked for. */
  startAgain: () => void;
}

/** Asks for a mail that lets somebody back in. */
export function useMailRequest(callable: 'requestPasswordReset' | 'requestSignInLink'): MailRequest {
  const { loading, error, run } = useCallable(callable);
  const [sent, setSent] = useState<MailRequest['sent']>(null);
  const send = async (email: string) => {
    if (!(await run({ email }))) return;
    // Whoever opens the link in this browser need not type it again.
    if (callable === 'requestSignInLink') remember('linkAddress', null, email);
    setSent({ email, at: Date.now() });
  };
  return { loading, error, sent, send: (email) => void send(email), startAgain: () => setSent(null) };
}
