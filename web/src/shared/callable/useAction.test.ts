import { act, renderHook } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { useAction } from './useAction.ts';

describe('useAction', () => {
  it('does one thing at a time, and tells both who asked how it ended', async () => {
    const { result } = renderHook(() => useAction<string>());
    const work = vi.fn(() => Promise.resolve('done'));
    const ends = await act(() => Promise.all([result.current.run(work), result.current.run(work)]));
    expect(work).toHaveBeenCalledOnce();
    expect(ends).toEqual(['done', 'done']);
    await act(() => result.current.run(work));
    expect(work).toHaveBeenCalledTimes(2);
  });

  it('aborts the signal when the page is left, and not before', async () => {
    const { result, unmount } = renderHook(() => useAction());
    let signal: AbortSignal | undefined;
    act(() => {
      void result.current.run((given) => {
        signal = given;
        return new Promise(() => undefined);
      });
    });
    await act(() => Promise.resolve());
    expect(signal?.aborted).toBe(false);
    unmount();
    expect(signal?.aborted).toBe(true);
  });

  it('stays busy after a success that leaves the page, but not after a failure', async () => {
    const { result } = renderHook(() => useAction({ leavesPage: true }));
    await act(() => result.current.run(() => Promise.reject(new Error('no connection'))));
    expect(result.current).toMatchObject({ loading: false, error: { code: 'service/unexpected' } });
    const work = vi.fn(() => Promise.resolve());
    await act(() => result.current.run(work));
    await act(() => result.current.run(work));
    expect(work).toHaveBeenCalledOnce();
    expect(result.current.loading).toBe(true);
  });
});
