import { isErrorCode } from '../../../../../functions/src/contract/errors.ts';
import type {
  InvitesJobAction,
  JobDocument,
  JobKindName,
  JobRowOutcome,
} from '../../../../../functions/src/contract/jobDocuments.ts';
import { errorMessage } from '../../../shared/callable/errorMessage.ts';

/** @returns "1 invitation", "340 invitations". */
export function invitationsInWords(count: number): string {
  return count === 1 ? '1 invitation' : `${count} invitations`;
}

interface ActionWords {
  /** On the button. */
  verb: string;
  /** Over a job that does it. */
  doing: string;
  /** What becomes of each. */
  effect: string;
}

export const BULK_WORDS: Readonly<Record<InvitesJobAction, ActionWords>> = {
  resend: {
    verb: 'Resend',
    doing: 'Resend invitations',
    effect: 'Each person gets a new link by email. Links from before stop working.',
  },
  extend: {
    verb: 'Extend',
    doing: 'Extend invitations',
    effect: 'Their links keep working until then.',
  },
  revoke: {
    verb: 'Revoke',
    doing: 'Revoke invitations',
    effect: "They can't join with them any more. You can invite them again later.",
  },
};

const KIND_WORDS: Readonly<Record<JobKindName, string>> = {
  'resend-invitations': BULK_WORDS.resend.doing,
  'extend-invitations': BULK_WORDS.extend.doing,
  'revoke-invitations': BULK_WORDS.revoke.doing,
  'revoke-lost-invitations': 'Revoke invitations of someone with fewer rights',
};

/** @returns what the job does. */
export function jobTitle({ kind }: Pick<JobDocument, 'kind'>): string {
  return KIND_WORDS[kind];
}

/** @returns how far it is: "5 of 12 done, 1 failed". */
export function progressInWords({
  state,
  total,
  counts,
}: Pick<JobDocument, 'state' | 'total' | 'counts'>): string {
  if (state === 'staging') return 'Collecting the invitations…';
  const parts = [`${counts.done} of ${total} done`];
  if (counts.skipped > 0) parts.push(`${counts.skipped} skipped`);
  if (counts.failed > 0) parts.push(`${counts.failed} failed`);
  return parts.join(', ');
}

/** @returns where the job stands, where that is not said by its progress. */
export function stateInWords({ state, stoppedBy }: Pick<JobDocument, 'state' | 'stoppedBy'>): string | null {
  switch (state) {
    case 'staging':
    case 'running':
      return null;
    case 'done':
      return 'Finished';
    case 'paused':
      return 'Paused';
    case 'cancelled':
      return 'Stopped';
    case 'failed':
      return stoppedBy === 'starter-lost-right'
        ? 'Stopped, because the person who started it is no longer allowed to do this'
        : 'Stopped';
  }
}

/** @returns whether nothing more happens by itself. */
export function isEnded({ state }: Pick<JobDocument, 'state'>): boolean {
  return state === 'done' || state === 'cancelled' || state === 'failed';
}

/** @returns what became of a row, in a word and with the reason. */
export function outcomeInWords(outcome: JobRowOutcome | null): string {
  if (!outcome) return 'Not yet';
  if (outcome.state === 'done') return 'Done';
  const reason = outcome.code !== null && isErrorCode(outcome.code) ? errorMessage(outcome.code) : '';
  return `${outcome.state === 'failed' ? 'Failed' : 'Skipped'}${reason && `: ${reason}`}`;
}
