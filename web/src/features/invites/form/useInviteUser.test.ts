import { act, renderHook } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { call } from '../../../shared/callable/call.ts';
import { CallError } from '../../../shared/callable/CallError.ts';
import type { InviteResult } from './withPreset.ts';
import { answerThatNoraIsInvited, nora, noraIsInvited } from './nora.ts';
import { useInviteUser } from './useInviteUser.ts';

vi.mock('../../../shared/callable/call.ts', () => ({ call: vi.fn() }));

const sent = answerThatNoraIsInvited();
const keysSent = () => sent().map(({ idempotencyKey }) => idempotencyKey);

describe('useInviteUser', () => {
  it('starts with nothing', () => {
    const { result } = renderHook(() => useInviteUser());
    expect(result.current).toMatchObject({ loading: false, error: null, result: null });
  });

  it('is loading while it asks, then has the result and no error [API-19]', async () => {
    let finish: (value: InviteResult) => void = () => undefined;
    vi.mocked(call).mockReturnValue(new Promise<InviteResult>((resolve) => (finish = resolve)));
    const { result } = renderHook(() => useInviteUser());
    let asked: Promise<unknown> = Promise.resolve();
    act(() => {
      asked = result.current.inviteUser(nora);
    });
    expect(result.current.loading).toBe(true);
    await act(async () => {
      finish(noraIsInvited);
      await asked;
    });
    expect(result.current).toMatchObject({ loading: false, error: null, result: noraIsInvited });
  });

  it('throws after a refusal, and keeps its sentence as the error [API-19]', async () => {
    const refusal = new CallError('limits/invites', { retryAfterSeconds: 40 });
    vi.mocked(call).mockRejectedValue(refusal);
    const { result } = renderHook(() => useInviteUser());
    await act(() => expect(result.current.inviteUser(nora)).rejects.toBe(refusal));
    expect(result.current).toMatchObject({ loading: false, error: refusal.message, result: null });
    expect(refusal.message).toMatch(/You can try again in 40 seconds\.$/);
  });

  it('forgets error and result on reset, and an answer that comes after it [API-19]', async () => {
    const { result } = renderHook(() => useInviteUser());
    await act(() => result.current.inviteUser(nora));
    act(() => result.current.reset());
    expect(result.current.result).toBeNull();

    let finish: (value: InviteResult) => void = () => undefined;
    vi.mocked(call).mockReturnValue(new Promise<InviteResult>((resolve) => (finish = resolve)));
    let asked: Promise<unknown> = Promise.resolve();
    act(() => {
      asked = result.current.inviteUser(nora);
    });
    act(() => result.current.reset());
    await act(async () => {
      finish(noraIsInvited);
      await asked;
    });
    expect(result.current).toMatchObject({ loading: false, result: null });
  });

  it('invites by the presets of the flows', async () => {
    const { result } = renderHook(() => useInviteUser());
    await act(() => result.current.inviteRecruiter({ ...nora, desiredRole: 'Recruiter' }));
    await act(() => result.current.inviteWorker(nora));
    expect(sent()).toMatchObject([
      { securityLevel: '3', customMessage: 'You have been invited to join our recruiting team.' },
      { securityLevel: '2', customMessage: 'You have been invited to join our workforce.' },
    ]);
  });

  it('sends a double click once, with the answer for both, and takes a new key after it', async () => {
    const { result } = renderHook(() => useInviteUser());
    const answers = await act(() =>
      Promise.all([result.current.inviteUser(nora), result.current.inviteUser(nora)]),
    );
    expect(answers).toEqual([noraIsInvited, noraIsInvited]);
    expect(keysSent()).toEqual([expect.stringMatching(/^[0-9a-f]{32}$/)]);
    await act(() => result.current.inviteUser(nora));
    const [first, second] = keysSent();
    expect(second).not.toBe(first);
  });

  it('keeps the key when the answer was lost, but not for other contents', async () => {
    vi.mocked(call).mockRejectedValue(new CallError('web/offline'));
    const { result } = renderHook(() => useInviteUser());
    for (const params of [nora, nora, { ...nora, firstName: 'Noor' }]) {
      await act(() => expect(result.current.inviteUser(params)).rejects.toThrow());
    }
    const [first, second, third] = keysSent();
    expect(second).toBe(first);
    expect(third).not.toBe(first);
  });

  it('takes a new key after a refusal', async () => {
    vi.mocked(call).mockRejectedValueOnce(new CallError('invite/already-member'));
    const { result } = renderHook(() => useInviteUser());
    await act(() => expect(result.current.inviteUser(nora)).rejects.toThrow());
    await act(() => result.current.inviteUser(nora));
    const [first, second] = keysSent();
    expect(second).not.toBe(first);
  });
});
