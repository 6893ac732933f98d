import { useEffect, useEffectEvent, useReducer } from 'react';
import { useAction } from '../../../shared/callable/useAction.ts';
import { useCallable } from '../../../shared/callable/useCallable.ts';
import { forgetInvitation } from '../../../shared/routing/keptInvitation.ts';
import { useAuth } from '../../../shared/session/AuthContext.ts';
import { toProblem } from '../../../shared/callable/toProblem.ts';
import { chooseScreen, type Screen } from './chooseScreen.ts';
import { joinTenant } from './joinTenant.ts';
import { lazyAuthPorts } from './lazyAuthPorts.ts';
import { readEarlyInvite } from './readEarlyInvite.ts';
import {
  initialRedeemState,
  redeemReducer,
  type Person,
  type RedeemState,
  type Work,
} from './redeemReducer.ts';
import type { Typed } from './takeNextStage.ts';

/** What somebody says who declines. */
export interface Declined {
  reason: string;
  /** null: their session says who they are. */
  email: string | null;
}

export interface Redeem {
  state: RedeemState;
  screen: Screen;
  person: Person | null;
  /** Asks for the invitation again. */
  reload: () => void;
  /** Goes on from the stage that was reached, as far as it gets. */
  join: (typed: Typed) => void;
  switchAccount: () => void;
  mailLink: () => void;
  /** Says no: by the mailed link and its address, or for who is signed in. */
  decline: (answer: Declined) => void;
}

/** Codes after which the session at hand is worth nothing. */
const SESSION_IS_OVER = ['auth/session-ended', 'auth/required'];

/**
 * The accept page of one link: loads it, and does what the person asks for, one thing at a time.
 * @param onJoined is told once the person is in, with the new claims at hand
 */
export function useRedeem(secret: string, onJoined: (tenantId: string) => void): Redeem {
  const { user, loading, refreshClaims, signOut } = useAuth();
  const [state, dispatch] = useReducer(redeemReducer, initialRedeemState);
  const { call: getInvite } = useCallable('getInvite', { hasPlaceholder: true });
  const { call: redeemInvite } = useCallable('redeemInvite');
  const { call: sendInviteMail } = useCallable('sendInviteMail');
  const { call: acceptInvite } = useCallable('acceptInvite');
  const { call: declineInvite } = useCallable('declineInvite');
  const { run } = useAction();
  const person = user ? { uid: user.uid, email: user.email ?? '', verified: user.emailVerified } : null;
  const uid = user?.uid ?? null;

  const personNow = useEffectEvent(() => person);
  useEffect(() => {
    if (loading) return;
    const askedBy = personNow();
    let isCurrent = true;
    const early = askedBy === null && state.round === 0 ? readEarlyInvite(secret) : null;
    (early ?? getInvite({ secret })).then(
      (invite) => isCurrent && dispatch({ type: 'loaded', invite, person: askedBy }),
      (error: unknown) => isCurrent && dispatch({ type: 'failed', problem: toProblem(error), uid: null }),
    );
    return () => {
      isCurrent = false;
    };
  }, [secret, loading, state.round, getInvite]);

  const isDead = state.dead !== null;
  useEffect(() => {
    if (isDead) forgetInvitation();
  }, [isDead]);

  const start = (work: Exclude<Work, 'loading'>, action: (signal: AbortSignal) => Promise<void>) =>
    void run(async (signal) => {
      dispatch({ type: 'began', work });
      try {
        await action(signal);
      } catch (error) {
        const problem = toProblem(error);
        if (SESSION_IS_OVER.includes(problem.code)) await signOut('ended').catch(() => undefined);
        dispatch({ type: 'failed', problem, uid });
      }
    });

  return {
    state,
    screen: chooseScreen(state, person),
    person,
    reload: () => dispatch({ type: 'reload' }),
    join: (typed) =>
      start('joining', async (signal) => {
        const { invite, progress } = state;
        if (!invite) return;
        const { tenantId, kind } = invite;
        const ports = {
          redeem: (password: string | null, email: string | null) =>
            redeemInvite({ secret, password, email }),
          ...lazyAuthPorts,
          accept: (names: { firstName: string | null; lastName: string | null }) =>
            acceptInvite({ tenantId, ...names }),
          refreshClaims,
          codeOf: (error: unknown) => toProblem(error).code,
        };
        const end = await joinTenant(
          progress,
          kind,
          typed,
          ports,
          (stage) => dispatch({ type: 'reached', stage }),
          signal,
        );
        if (end === 'done') onJoined(tenantId);
      }),
    switchAccount: () =>
      start('switching', async () => {
        await signOut('ended');
        dispatch({ type: 'switched' });
      }),
    mailLink: () =>
      start('mailing', async () => {
        await sendInviteMail({ secret });
        dispatch({ type: 'mailed', at: Date.now() });
      }),
    decline: ({ reason, email }) =>
      start('declining', async () => {
        const { invite } = state;
        if (!invite) return;
        const which = email === null ? { tenantId: invite.tenantId } : { secret, email };
        await declineInvite({ ...which, reason: reason.trim() || null });
        dispatch({ type: 'declined' });
      }),
  };
}
