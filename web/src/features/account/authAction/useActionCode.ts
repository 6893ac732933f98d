import { useEffect, useState } from 'react';
import { toProblem, type Problem } from '../../../shared/callable/toProblem.ts';
import type { ActionMode } from './actionLink.ts';
import { checkCode, type CodeFacts } from './actionCodes.ts';

export type CheckedCode =
  | { state: 'checking' }
  /** Used, run out, or made for something else. */
  | { state: 'dead' }
  | { state: 'failed'; problem: Problem; retry: () => void }
  | { state: 'live'; email: string };

/** Firebase's name for what each mode does (ActionCodeOperation of firebase/auth). */
const OPERATIONS: Readonly<Record<ActionMode, CodeFacts['operation']>> = {
  resetPassword: 'PASSWORD_RESET',
  verifyEmail: 'VERIFY_EMAIL',
  recoverEmail: 'RECOVER_EMAIL',
  verifyAndChangeEmail: 'VERIFY_AND_CHANGE_EMAIL',
  signIn: 'EMAIL_SIGNIN',
  revertSecondFactorAddition: 'REVERT_SECOND_FACTOR_ADDITION',
};
/** Nobody who has the link can do anything about these. */
export const CODE_IS_DEAD: readonly string[] = [
  'auth/invalid-action-code',
  'auth/expired-action-code',
  'auth/user-not-found',
];

/** Asks Firebase what a code is for. It spends nothing; a code under another mode than its own is dead here. */
export function useActionCode(code: string, mode: ActionMode): CheckedCode {
  const [attempt, setAttempt] = useState(0);
  const [checked, setChecked] = useState<CheckedCode>({ state: 'checking' });

  useEffect(() => {
    let isCurrent = true;
    const retry = () => {
      setChecked({ state: 'checking' });
      setAttempt((before) => before + 1);
    };
    const show = (found: CheckedCode) => {
      if (isCurrent) setChecked(found);
    };
    checkCode(code).then(
      ({ operation, email }) =>
        show(operation === OPERATIONS[mode] ? { state: 'live', email } : { state: 'dead' }),
      (error: unknown) => {
        const problem = toProblem(error);
        show(CODE_IS_DEAD.includes(problem.code) ? { state: 'dead' } : { state: 'failed', problem, retry });
      },
    );
    return () => {
      isCurrent = false;
    };
  }, [code, mode, attempt]);

  return checked;
}
