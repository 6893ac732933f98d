import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { connectionAnswered, connectionLost } from './connection.ts';
import { loadOnce } from './loadOnce.ts';
import { loadPatiently } from './loadPatiently.ts';

const load = vi.fn<() => Promise<string>>();

beforeEach(() => {
  vi.useFakeTimers();
  load.mockReset().mockResolvedValue('the form');
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('Failed to fetch')));
});
afterEach(async () => {
  connectionAnswered();
  await vi.advanceTimersByTimeAsync(60_000);
  vi.useRealTimers();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

describe('fetching a part of the app', () => {
  it('is done at once while all is well, and where the service alone gave up', async () => {
    await expect(loadPatiently(load)).resolves.toBe('the form');
    connectionLost('unanswered');
    await expect(loadPatiently(load)).resolves.toBe('the form');
  });

  it('waits until what was lost is there again', async () => {
    connectionLost('unreachable');
    const part = loadPatiently(load);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(load).not.toHaveBeenCalled();
    connectionAnswered();
    await expect(part).resolves.toBe('the form');
  });

  it('waits until the browser is online again', async () => {
    const onLine = vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
    const part = loadPatiently(load);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(load).not.toHaveBeenCalled();
    onLine.mockReturnValue(true);
    window.dispatchEvent(new Event('online'));
    await expect(part).resolves.toBe('the form');
  });
});

describe('a part that is loaded', () => {
  it('needs no connection any more', async () => {
    const part = loadOnce(load);
    await expect(part()).resolves.toBe('the form');
    connectionLost('unreachable');
    await expect(part()).resolves.toBe('the form');
    expect(load).toHaveBeenCalledOnce();
  });

  it('is tried again when it failed', async () => {
    load.mockRejectedValueOnce(new Error('no connection'));
    const part = loadOnce(load);
    await expect(part()).rejects.toThrow('no connection');
    await expect(part()).resolves.toBe('the form');
  });
});
