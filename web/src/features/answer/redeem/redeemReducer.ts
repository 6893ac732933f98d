import type { CallableResponse } from '../../../../../functions/src/contract/callables.ts';
import type { ErrorCode } from '../../../../../functions/src/contract/errors.ts';
import type { InviteStep, LinkStatus } from '../../../../../functions/src/contract/statuses.ts';
import type { Problem } from '../../../shared/callable/toProblem.ts';
import type { Detour, Progress } from './takeNextStage.ts';

export type Invite = CallableResponse<'getInvite'>;
/** Why a link leads nowhere any more; `not-found`: it never did, or was forgotten; `said-no`: declined here and now. */
export type DeadStatus = Exclude<LinkStatus, 'pending'> | 'not-found' | 'said-no';
export type Work = 'loading' | 'joining' | 'switching' | 'mailing' | 'declining';

/** Who is signed in, as far as this page asks. */
export interface Person {
  uid: string;
  email: string;
  /** Firebase knows the address for theirs. */
  verified: boolean;
}

/** All that the accept page knows of one link, beside who is signed in. */
export interface RedeemState {
  /** What is under way: never two things at once. */
  work: Work | null;
  /** Goes up each time that the invitation has to be asked for again. */
  round: number;
  invite: Invite | null;
  dead: DeadStatus | null;
  problem: Problem | null;
  progress: Progress;
  /** The server offered another way than the one that the invitation named. */
  detour: Detour['to'] | null;
  /** Only an administrator can go on: the account has powers already, and nobody knows whose it is. */
  needsAdmin: boolean;
  /** The account that the server said the invitation is not for: a mask alone cannot tell. */
  wrongUid: string | null;
  /** When the link was last mailed to the invited address. */
  mailedAt: number | null;
}

export type RedeemEvent =
  | { type: 'began'; work: Exclude<Work, 'loading'> }
  | { type: 'reload' }
  /** `person`: who was signed in when the invitation was asked for. */
  | { type: 'loaded'; invite: Invite; person: Person | null }
  | { type: 'reached'; stage: Progress | Detour }
  | { type: 'failed'; problem: Problem; uid: string | null }
  | { type: 'switched' }
  | { type: 'mailed'; at: number }
  | { type: 'declined' };

export const initialRedeemState: RedeemState = {
  work: 'loading',
  round: 0,
  invite: null,
  dead: null,
  problem: null,
  progress: { stage: 'redeem' },
  detour: null,
  needsAdmin: false,
  wrongUid: null,
  mailedAt: null,
};

/** Refusals after which the link leads nowhere. */
const DEAD: Partial<Record<ErrorCode, DeadStatus>> = {
  'invite/not-found': 'not-found',
  'invite/expired': 'expired',
  'invite/revoked': 'revoked',
  'invite/declined': 'declined',
  'invite/used': 'accepted',
  'invite/replaced': 'replaced',
};
/** Refusals that are answered by another way in. */
const DETOURS: Partial<Record<ErrorCode, Detour['to']>> = {
  'invite/address-not-proven': 'check-mail',
  'invite/password-not-taken': 'sign-in',
  'auth/required': 'sign-in',
  'auth/session-ended': 'sign-in',
};

/** @returns the state after `event`; what the person reached is never lost, but by switching the account. */
export function redeemReducer(state: RedeemState, event: RedeemEvent): RedeemState {
  switch (event.type) {
    case 'began':
      return { ...state, work: event.work, problem: null };
    case 'reload':
      return { ...state, work: 'loading', round: state.round + 1, problem: null };
    case 'loaded':
      return afterLoading({ ...state, work: null, problem: null }, event.invite, event.person);
    case 'reached':
      return afterStage(state, event.stage);
    case 'failed':
      return afterFailure(
        { ...state, work: null, problem: event.problem },
        event.problem.code as ErrorCode,
        event.uid,
      );
    case 'switched':
      return { ...initialRedeemState, round: state.round + 1 };
    case 'mailed':
      return { ...state, work: null, mailedAt: event.at };
    case 'declined':
      return { ...state, work: null, dead: 'said-no' };
  }
}

function afterStage(state: RedeemState, reached: Progress | Detour): RedeemState {
  if (reached.stage === 'detour') {
    return { ...state, work: null, detour: reached.to, progress: { stage: 'accept' } };
  }
  return { ...state, work: reached.stage === 'reclaim' ? null : state.work, progress: reached };
}

/** Steps that begin with redeeming the link. */
const FIRST_STEPS: readonly InviteStep[] = ['set-password', 'email-link'];

/**
 * Steps that the server names to strangers alone: the invited person, signed in, accepts or proves the address. But a
 * mailed link lets them set a password too, where nobody has proven the address of their account.
 */
function isStranger({ step, kind }: Invite, { verified }: Person): boolean {
  if (step === 'set-password') return kind === 'handover' || verified;
  return step === 'email-link' || step === 'sign-in';
}

function afterLoading(state: RedeemState, invite: Invite, person: Person | null): RedeemState {
  const { status, step } = invite;
  if (status !== 'pending') return { ...state, invite, dead: status };
  // Loaded again on the way in (the countdown ran out): what was reached stays.
  const begins = state.progress.stage === 'redeem' && !FIRST_STEPS.includes(step);
  return {
    ...state,
    invite,
    progress: begins ? { stage: 'accept' } : state.progress,
    wrongUid: person && isStranger(invite, person) ? person.uid : state.wrongUid,
  };
}

function afterFailure(state: RedeemState, code: ErrorCode, uid: string | null): RedeemState {
  // The link is known; so at the last step "not found" says that this account was not invited.
  const isOtherAccount = code === 'invite/not-found' && uid !== null && state.progress.stage === 'accept';
  if (code === 'invite/wrong-account' || isOtherAccount) {
    // Where nobody is signed in there is no account to switch: then the sentence is all there is.
    return { ...state, problem: uid === null ? state.problem : null, wrongUid: uid };
  }
  if (code === 'invite/admin-needed') return { ...state, problem: null, needsAdmin: true };
  const dead = DEAD[code];
  if (dead) return { ...state, dead };
  const detour = DETOURS[code];
  return detour ? { ...state, detour, progress: { stage: 'accept' } } : state;
}
