import { describe, expect, it, vi, type Mock } from 'vitest';
import { joinTenant } from './joinTenant.ts';
import { takeNextStage, type Detour, type Progress, type Typed, type WayInPorts } from './takeNextStage.ts';

const EMAIL = 'nora@acme.example';
const PASSWORD = 'green kettle sings';
const TYPED: Typed = { email: EMAIL, password: PASSWORD, firstName: ' Nora ', lastName: '' };

class CodedError extends Error {
  readonly code: string;
  constructor(code: string) {
    super(code);
    this.code = code;
  }
}

/** Ports on which all goes well for a mailed link, unless a test says otherwise. */
function ports(overrides: Partial<WayInPorts> = {}) {
  return {
    redeem: vi
      .fn<WayInPorts['redeem']>()
      .mockResolvedValue({ way: 'password-reset', email: EMAIL, code: 'c-1' }),
    setPassword: vi.fn<WayInPorts['setPassword']>().mockResolvedValue(),
    signIn: vi.fn<WayInPorts['signIn']>().mockResolvedValue(),
    signInByCode: vi.fn<WayInPorts['signInByCode']>().mockResolvedValue(),
    accept: vi.fn<WayInPorts['accept']>().mockResolvedValue(undefined),
    refreshClaims: vi.fn<WayInPorts['refreshClaims']>().mockResolvedValue(),
    codeOf: (error: unknown) => (error instanceof CodedError ? error.code : 'service/unexpected'),
    ...overrides,
  };
}

const failing = (code: string) => vi.fn().mockRejectedValue(new CodedError(code));
const failingOnce = (code: string) =>
  vi.fn().mockRejectedValueOnce(new CodedError(code)).mockResolvedValue(undefined);

/** Walks, and returns the stages that were reported and what was thrown. */
async function walk(from: Progress, kind: 'mail' | 'handover', with_: WayInPorts, typed = TYPED) {
  const reached: (Progress | Detour)[] = [];
  const signal = new AbortController().signal;
  const error = await joinTenant(from, kind, typed, with_, (stage) => reached.push(stage), signal).then(
    () => null,
    (thrown: unknown) => thrown,
  );
  return { reached, stages: reached.map(({ stage }) => stage), last: reached.at(-1), error };
}

describe('the way in by a mailed link', () => {
  it('redeems, sets the password, signs in, accepts and refreshes the claims', async () => {
    const all = ports();
    const { stages, error } = await walk({ stage: 'redeem' }, 'mail', all);

    expect(error).toBeNull();
    expect(stages).toEqual(['set-password', 'sign-in', 'accept', 'refresh', 'done']);
    expect(all.redeem).toHaveBeenCalledExactlyOnceWith(null, EMAIL);
    expect(all.setPassword).toHaveBeenCalledExactlyOnceWith('c-1', PASSWORD);
    expect(all.signIn).toHaveBeenCalledExactlyOnceWith(EMAIL, PASSWORD);
    expect(all.accept).toHaveBeenCalledExactlyOnceWith({ firstName: 'Nora', lastName: null });
    expect(all.refreshClaims).toHaveBeenCalledOnce();
  });

  it.each(['redeem', 'setPassword', 'signIn', 'accept', 'refreshClaims'] as const)(
    'goes on where it stood after %s met a lost network',
    async (port) => {
      const all = ports();
      const lost = new CodedError('web/offline');
      (all[port] as Mock).mockRejectedValueOnce(lost);

      const first = await walk({ stage: 'redeem' }, 'mail', all);
      expect(first.error).toBe(lost);
      const again = await walk((first.last ?? { stage: 'redeem' }) as Progress, 'mail', all);

      expect(again.last).toEqual({ stage: 'done' });
      for (const name of ['redeem', 'setPassword', 'signIn', 'accept', 'refreshClaims'] as const) {
        expect(all[name]).toHaveBeenCalledTimes(name === port ? 2 : 1);
      }
    },
  );

  it('signs in with the password that was set, whatever is in the field by now', async () => {
    const all = ports({ signIn: failingOnce('web/offline') });
    const first = await walk({ stage: 'redeem' }, 'mail', all);
    await walk(first.last as Progress, 'mail', all, { ...TYPED, password: 'something else' });
    expect(all.signIn).toHaveBeenLastCalledWith(EMAIL, PASSWORD);
  });

  it('signs in when the code is spent because an answer was lost and the password is set', async () => {
    const all = ports({ setPassword: failing('auth/invalid-action-code') });
    const { last } = await walk({ stage: 'set-password', email: EMAIL, code: 'c-1' }, 'mail', all);
    expect(last).toEqual({ stage: 'done' });
    expect(all.redeem).not.toHaveBeenCalled();
  });

  it('asks for a fresh code when the code ran out before it was used', async () => {
    const all = ports({
      setPassword: failingOnce('auth/expired-action-code'),
      signIn: failingOnce('auth/invalid-credential'),
    });
    const { stages, error } = await walk({ stage: 'set-password', email: EMAIL, code: 'old' }, 'mail', all);
    expect(error).toBeNull();
    expect(stages).toEqual(['sign-in', 'redeem', 'set-password', 'sign-in', 'accept', 'refresh', 'done']);
  });

  it('gives up when a fresh code is spent at once', async () => {
    const all = ports({
      setPassword: failing('auth/invalid-action-code'),
      signIn: failing('auth/invalid-credential'),
    });
    const { error, last } = await walk({ stage: 'redeem' }, 'mail', all);
    expect(error).toBeInstanceOf(Error);
    expect(last).toEqual({ stage: 'redeem' });
    expect(all.redeem).toHaveBeenCalledOnce();
  });

  it('does not take a network error at sign-in for a refused password', async () => {
    const all = ports({ signIn: failing('auth/network-request-failed') });
    const from: Progress = { stage: 'sign-in', email: EMAIL, password: PASSWORD, ifRefused: 'redeem' };
    const { reached, error } = await walk(from, 'mail', all);
    expect(reached).toEqual([]);
    expect(error).toMatchObject({ code: 'auth/network-request-failed' });
  });

  it('stops where it stands when Auth finds the password too weak', async () => {
    const all = ports({ setPassword: failing('auth/weak-password') });
    const { stages, error } = await walk({ stage: 'redeem' }, 'mail', all);
    expect(stages).toEqual(['set-password']);
    expect(error).toMatchObject({ code: 'auth/weak-password' });
  });

  it('stops where it stands when the server refuses to let it accept', async () => {
    const { reached, error } = await walk(
      { stage: 'accept' },
      'mail',
      ports({ accept: failing('limits/seats') }),
    );
    expect(reached).toEqual([]);
    expect(error).toMatchObject({ code: 'limits/seats' });
  });

  it('takes no further stage once the page is left', async () => {
    const page = new AbortController();
    const all = ports({
      signIn: () => {
        page.abort();
        return Promise.resolve();
      },
    });
    const report = vi.fn();
    await joinTenant({ stage: 'redeem' }, 'mail', TYPED, all, report, page.signal);
    expect(report).toHaveBeenCalledTimes(2);
    expect(all.accept).not.toHaveBeenCalled();
  });
});

describe('the way in without a password', () => {
  const byCode = { way: 'email-link', email: EMAIL, code: 'c-2' } as const;
  const nothingTyped = { ...TYPED, password: '' };

  it('redeems, signs in by the code, accepts and refreshes the claims', async () => {
    const all = ports({ redeem: vi.fn().mockResolvedValue(byCode) });
    const { stages } = await walk({ stage: 'redeem' }, 'mail', all, nothingTyped);
    expect(stages).toEqual(['email-link', 'accept', 'refresh', 'done']);
    expect(all.redeem).toHaveBeenCalledExactlyOnceWith(null, EMAIL);
    expect(all.signInByCode).toHaveBeenCalledExactlyOnceWith(EMAIL, 'c-2');
    expect(all.signIn).not.toHaveBeenCalled();
  });

  it('asks anew when the code is spent, and leads to the sign-in where the account has begun', async () => {
    const all = ports({
      redeem: vi.fn().mockResolvedValue({ way: 'sign-in', email: EMAIL, code: null }),
      signInByCode: failing('auth/invalid-action-code'),
    });
    const from: Progress = { stage: 'email-link', email: EMAIL, code: 'old' };
    const { last } = await walk(from, 'mail', all, nothingTyped);
    expect(last).toEqual({ stage: 'detour', to: 'sign-in' });
    expect(all.signIn).not.toHaveBeenCalled();
  });

  it('does not take a lost network for a spent code', async () => {
    const all = ports({
      redeem: vi.fn().mockResolvedValue(byCode),
      signInByCode: failing('auth/network-request-failed'),
    });
    const { stages, error } = await walk({ stage: 'redeem' }, 'mail', all, nothingTyped);
    expect(stages).toEqual(['email-link']);
    expect(error).toMatchObject({ code: 'auth/network-request-failed' });
  });
});

describe('an account that was there before, and that nobody has proven', () => {
  const theirs = { way: 'set-password', email: EMAIL, code: null } as const;

  it('is not touched before the person has said so', async () => {
    const all = ports({ redeem: vi.fn().mockResolvedValue(theirs) });
    const { last } = await walk({ stage: 'redeem' }, 'mail', all);
    expect(last).toEqual({ stage: 'reclaim' });
    expect(all.redeem).toHaveBeenCalledExactlyOnceWith(null, EMAIL);
    expect(all.signIn).not.toHaveBeenCalled();
  });

  it('is taken over with the new password, which then signs in', async () => {
    const all = ports({ redeem: vi.fn().mockResolvedValue(theirs) });
    const { stages } = await walk({ stage: 'reclaim' }, 'mail', all);
    expect(stages).toEqual(['sign-in', 'accept', 'refresh', 'done']);
    expect(all.redeem).toHaveBeenCalledExactlyOnceWith(PASSWORD, null);
    expect(all.signIn).toHaveBeenCalledExactlyOnceWith(EMAIL, PASSWORD);
  });

  it('goes on when the answer was lost and the account has this password by now', async () => {
    const all = ports({
      redeem: vi
        .fn()
        .mockRejectedValueOnce(new CodedError('invite/password-not-taken'))
        .mockResolvedValue({ way: 'sign-in', email: EMAIL, code: null }),
    });
    const { last } = await walk({ stage: 'reclaim' }, 'mail', all);
    expect(last).toEqual({ stage: 'done' });
    expect(all.signIn).toHaveBeenCalledExactlyOnceWith(EMAIL, PASSWORD);
  });

  it.each(['invite/admin-needed', 'request/busy'])('stays as it is at %s', async (code) => {
    const { reached, error } = await walk({ stage: 'reclaim' }, 'mail', ports({ redeem: failing(code) }));
    expect(reached).toEqual([]);
    expect(error).toMatchObject({ code });
  });
});

describe('the way in by a handed-over link', () => {
  const handedOver = { way: 'set-password', email: null, code: null } as const;

  it('has the server set the password, then signs in with the address that was typed', async () => {
    const all = ports({ redeem: vi.fn().mockResolvedValue(handedOver) });
    const { stages } = await walk({ stage: 'redeem' }, 'handover', all);
    expect(stages).toEqual(['sign-in', 'accept', 'refresh', 'done']);
    expect(all.redeem).toHaveBeenCalledExactlyOnceWith(PASSWORD, null);
    expect(all.signIn).toHaveBeenCalledExactlyOnceWith(EMAIL, PASSWORD);
    expect(all.setPassword).not.toHaveBeenCalled();
  });

  it('tries the address as it stands in the field by now, with the password that was set', async () => {
    const all = ports({
      redeem: vi.fn().mockResolvedValue(handedOver),
      signIn: failingOnce('auth/invalid-credential'),
    });
    const first = await walk({ stage: 'redeem' }, 'handover', all, { ...TYPED, email: 'nola@acme.example' });
    expect(first.error).toMatchObject({ code: 'auth/invalid-credential' });
    const again = await walk(first.last as Progress, 'handover', all);
    expect(again.last).toEqual({ stage: 'done' });
    expect(all.redeem).toHaveBeenCalledOnce();
    expect(all.signIn).toHaveBeenLastCalledWith(EMAIL, PASSWORD);
  });

  it('goes on when the answer was lost and the account has this password by now', async () => {
    const all = ports({ redeem: failing('invite/password-not-taken') });
    expect((await walk({ stage: 'redeem' }, 'handover', all)).last).toEqual({ stage: 'done' });
  });

  it('leads to the sign-in when the account has another password', async () => {
    const all = ports({
      redeem: failing('invite/password-not-taken'),
      signIn: failing('auth/invalid-credential'),
    });
    expect((await walk({ stage: 'redeem' }, 'handover', all)).last).toEqual({
      stage: 'detour',
      to: 'sign-in',
    });
    expect(all.accept).not.toHaveBeenCalled();
  });

  it('leads to the sign-in when the server says so', async () => {
    const all = ports({ redeem: vi.fn().mockResolvedValue({ ...handedOver, way: 'sign-in' }) });
    expect((await walk({ stage: 'redeem' }, 'handover', all)).last).toEqual({
      stage: 'detour',
      to: 'sign-in',
    });
  });

  it('stops where it stands at any other refusal', async () => {
    const { reached, error } = await walk(
      { stage: 'redeem' },
      'handover',
      ports({ redeem: failing('web/offline') }),
    );
    expect(reached).toEqual([]);
    expect(error).toMatchObject({ code: 'web/offline' });
  });

  it('leads to the mail when this link may not start the account', async () => {
    const all = ports({ redeem: vi.fn().mockResolvedValue({ ...handedOver, way: 'check-mail' }) });
    expect((await walk({ stage: 'redeem' }, 'handover', all)).last).toEqual({
      stage: 'detour',
      to: 'check-mail',
    });
  });
});

describe('the next stage', () => {
  it('is to try the typed password where a mailed link meets an account that has begun', async () => {
    const all = ports({ redeem: vi.fn().mockResolvedValue({ way: 'sign-in', email: EMAIL, code: null }) });
    expect(await takeNextStage({ stage: 'redeem' }, 'mail', TYPED, all)).toMatchObject({
      stage: 'sign-in',
      email: EMAIL,
      ifRefused: 'ask',
    });
  });

  it('is the sign-in where a mailed link meets a used account and tells no address', async () => {
    const all = ports({ redeem: vi.fn().mockResolvedValue({ way: 'sign-in', email: null, code: null }) });
    expect(await takeNextStage({ stage: 'redeem' }, 'mail', TYPED, all)).toEqual({
      stage: 'detour',
      to: 'sign-in',
    });
  });

  it('stays where it is when all is done', async () => {
    expect(await takeNextStage({ stage: 'done' }, 'mail', TYPED, ports())).toEqual({ stage: 'done' });
  });
});
