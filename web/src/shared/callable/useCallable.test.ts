import { act, renderHook } from '@testing-library/react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { currentConnection, SLOW_AFTER_MS } from '../connection/connection.ts';
import { call } from './call.ts';
import { CallError } from './CallError.ts';
import { useCallable } from './useCallable.ts';

vi.mock('./call.ts', () => ({ call: vi.fn() }));

const nora = { tenantId: 'acme', uid: 'nora' };
const otto = { tenantId: 'acme', uid: 'otto' };
const linkOf = (uid: string) => ({ inviteLink: `link of ${uid}`, expiresAt: '2030-01-01T00:00:00.000Z' });

interface Sent {
  input: { uid: string; idempotencyKey?: string };
  answer: (value: unknown) => void;
  refuse: (error: unknown) => void;
}
/** What was sent and is not answered until the test says so. */
let sent: Sent[];

beforeEach(() => {
  sent = [];
  vi.mocked(call).mockReset();
  vi.mocked(call).mockImplementation(
    (_name, input) =>
      new Promise<never>((answer, refuse) => {
        sent.push({ input: input as Sent['input'], answer: answer as Sent['answer'], refuse });
      }),
  );
});

function openHook() {
  const { result } = renderHook(() => useCallable('createInviteLink'));
  return { hook: result };
}
const settle = (work: () => void) =>
  act(() => {
    work();
    return Promise.resolve();
  });

describe('useCallable', () => {
  it('is loading, then has the answer', async () => {
    const { hook } = openHook();
    expect(hook.current).toMatchObject({ loading: false, error: null, result: null });
    let answered: unknown;
    act(() => void hook.current.run(nora).then((answer) => (answered = answer)));
    expect(hook.current.loading).toBe(true);
    await settle(() => sent[0]!.answer(linkOf('nora')));
    expect(hook.current).toMatchObject({ loading: false, error: null, result: linkOf('nora') });
    expect(answered).toEqual(linkOf('nora'));
  });

  it('keeps code, sentence, fields and waiting time of a refusal, and `run` answers null', async () => {
    const { hook } = openHook();
    const refusal = new CallError('limits/invites', { retryAfterSeconds: 40, fields: { uid: 'Not this.' } });
    let answered: unknown;
    act(() => void hook.current.run(nora).then((answer) => (answered = answer)));
    await settle(() => sent[0]!.refuse(refusal));
    expect(answered).toBeNull();
    expect(hook.current).toMatchObject({ loading: false, result: null });
    expect(hook.current.error).toEqual({
      code: 'limits/invites',
      message: refusal.message,
      fields: { uid: 'Not this.' },
      retryAfterSeconds: 40,
    });
    act(() => hook.current.reset());
    expect(hook.current.error).toBeNull();
  });

  it('throws what the callable threw where a longer work goes on with `call`', async () => {
    const { hook } = openHook();
    const refusal = new CallError('invite/not-pending');
    let thrown: unknown;
    act(() => void hook.current.call(nora).catch((error: unknown) => (thrown = error)));
    await settle(() => sent[0]!.refuse(refusal));
    expect(thrown).toBe(refusal);
  });

  it('sends the same input once while it is under way, and again after it', async () => {
    const { hook } = openHook();
    act(() => {
      void hook.current.run(nora);
      void hook.current.run(nora);
    });
    expect(sent).toHaveLength(1);
    await settle(() => sent[0]!.answer(linkOf('nora')));
    act(() => void hook.current.run(nora));
    expect(sent).toHaveLength(2);
  });

  it('shows the answer to what was asked last, whichever comes first', async () => {
    const { hook } = openHook();
    act(() => void hook.current.run(nora));
    act(() => void hook.current.run(otto));
    await settle(() => sent[1]!.answer(linkOf('otto')));
    await settle(() => sent[0]!.answer(linkOf('nora')));
    expect(hook.current).toMatchObject({ loading: false, result: linkOf('otto') });
  });

  it.each(['web/offline', 'web/timeout', 'service/unavailable', 'request/busy'] as const)(
    'sends the same key after %s, also where something else was answered meanwhile',
    async (code) => {
      const { hook } = openHook();
      act(() => void hook.current.run(otto));
      act(() => void hook.current.run(nora));
      await settle(() => sent[0]!.answer(linkOf('otto')));
      await settle(() => sent[1]!.refuse(new CallError(code)));
      act(() => void hook.current.run(nora));
      expect(sent[2]!.input.idempotencyKey).toMatch(/^[0-9a-f]{32}$/);
      expect(sent[2]!.input).toEqual(sent[1]!.input);
      expect(sent[0]!.input.idempotencyKey).not.toBe(sent[1]!.input.idempotencyKey);
    },
  );

  it('takes a new key after an answer, and after a refusal', async () => {
    const { hook } = openHook();
    act(() => void hook.current.run(nora));
    await settle(() => sent[0]!.answer(linkOf('nora')));
    act(() => void hook.current.run(nora));
    await settle(() => sent[1]!.refuse(new CallError('invite/not-pending')));
    act(() => void hook.current.run(nora));
    expect(new Set(sent.map(({ input }) => input.idempotencyKey)).size).toBe(3);
  });

  it('sends no key where the callable takes none', () => {
    const { result } = renderHook(() => useCallable('acceptInvite'));
    act(() => void result.current.run({ tenantId: 'acme' }));
    expect(call).toHaveBeenCalledExactlyOnceWith('acceptInvite', { tenantId: 'acme' });
  });

  it('says that it takes long, unless a placeholder does', async () => {
    vi.useFakeTimers();
    const { hook } = openHook();
    const quiet = renderHook(() => useCallable('getInvite', { hasPlaceholder: true }));
    act(() => void quiet.result.current.run({ secret: 'a1'.repeat(32) }));
    act(() => void vi.advanceTimersByTime(SLOW_AFTER_MS));
    expect(currentConnection()).toBe('fine');
    act(() => void hook.current.run(nora));
    act(() => void vi.advanceTimersByTime(SLOW_AFTER_MS));
    expect(currentConnection()).toBe('slow');
    await settle(() => sent[1]!.answer(linkOf('nora')));
    expect(currentConnection()).toBe('fine');
    vi.useRealTimers();
  });
});
