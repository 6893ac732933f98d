import { useEffect, useEffectEvent, useReducer, useRef } from 'react';
import { useAuth } from '../../../shared/session/AuthContext.ts';
import { toProblem } from '../../../shared/callable/toProblem.ts';
import { chooseScreen, type Screen } from './chooseScreen.ts';
import { joinTenant } from './joinTenant.ts';
import { redeemPorts } from './redeemPorts.ts';
import {
  initialRedeemState,
  redeemReducer,
  type Person,
  type RedeemState,
  type Work,
} from './redeemReducer.ts';
import type { Typed } from './takeNextStage.ts';

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
  /** Says no, for the link's holder or for who is signed in. */
  decline: (reason: string) => void;
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
  const isWorking = useRef(false);
  const leaving = useRef(new AbortController());
  const person = user ? { uid: user.uid, email: user.email ?? '', verified: user.emailVerified } : null;
  const uid = user?.uid ?? null;

  useEffect(() => {
    const controller = new AbortController();
    leaving.current = controller;
    return () => controller.abort();
  }, []);

  const personNow = useEffectEvent(() => person);
  useEffect(() => {
    if (loading) return;
    const askedBy = personNow();
    let isCurrent = true;
    redeemPorts.getInvite(secret).then(
      (invite) => isCurrent && dispatch({ type: 'loaded', invite, person: askedBy }),
      (error: unknown) => isCurrent && dispatch({ type: 'failed', problem: toProblem(error), uid: null }),
    );
    return () => {
      isCurrent = false;
    };
  }, [secret, loading, state.round]);

  const run = async (work: Exclude<Work, 'loading'>, action: () => Promise<void>) => {
    if (isWorking.current) return;
    isWorking.current = true;
    dispatch({ type: 'began', work });
    try {
      await action();
    } catch (error) {
      const problem = toProblem(error);
      if (SESSION_IS_OVER.includes(problem.code)) await signOut().catch(() => undefined);
      dispatch({ type: 'failed', problem, uid });
    } finally {
      isWorking.current = false;
    }
  };

  return {
    state,
    screen: chooseScreen(state, person),
    person,
    reload: () => dispatch({ type: 'reload' }),
    join: (typed) =>
      void run('joining', async () => {
        const { invite, progress } = state;
        if (!invite) return;
        const { tenantId, kind } = invite;
        const ports = {
          redeem: (password: string | null) => redeemPorts.redeemInvite(secret, password),
          setPassword: redeemPorts.setPassword,
          signIn: redeemPorts.signIn,
          signInByCode: redeemPorts.signInByCode,
          accept: (names: { firstName: string | null; lastName: string | null }) =>
            redeemPorts.acceptInvite({ tenantId, ...names }),
          refreshClaims,
          codeOf: (error: unknown) => toProblem(error).code,
        };
        const { signal } = leaving.current;
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
      void run('switching', async () => {
        await signOut();
        dispatch({ type: 'switched' });
      }),
    mailLink: () =>
      void run('mailing', async () => {
        await redeemPorts.sendInviteMail(secret);
        dispatch({ type: 'mailed', at: Date.now() });
      }),
    decline: (reason) =>
      void run('declining', async () => {
        const { invite } = state;
        if (!invite) return;
        // A mailed link declines by itself; a handed-over one proves nothing, so there the session speaks.
        const which = invite.kind === 'mail' ? { secret } : { tenantId: invite.tenantId };
        await redeemPorts.declineInvite({ ...which, reason: reason.trim() || null });
        dispatch({ type: 'declined' });
      }),
  };
}
