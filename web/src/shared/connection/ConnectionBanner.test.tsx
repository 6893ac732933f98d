import { act, render } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ConnectionBanner } from './ConnectionBanner.tsx';
import {
  connectionAnswered,
  connectionLost,
  learnFromFailure,
  SLOW_AFTER_MS,
  startWaiting,
  whileWaiting,
} from './connection.ts';

const ask = vi.fn<typeof fetch>();
/** @returns the region that screen readers listen to. */
function openBanner(): HTMLElement {
  const { container } = render(<ConnectionBanner top={0} />);
  const region = container.querySelector<HTMLElement>('[aria-live="polite"]');
  if (!region) throw new Error('Nobody would hear it.');
  return region;
}
const pass = (milliseconds: number) => act(() => vi.advanceTimersByTimeAsync(milliseconds));

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('fetch', ask.mockReset().mockRejectedValue(new TypeError('Failed to fetch')));
});
afterEach(async () => {
  // The connection is the page's, and outlives a test.
  connectionAnswered();
  await pass(60_000);
  vi.useRealTimers();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

function browserSays(event: 'online' | 'offline') {
  vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(event === 'online');
  act(() => void window.dispatchEvent(new Event(event)));
}

describe('what a page says of its connection', () => {
  it('is nothing while all is well, in a region that is there before its words', () => {
    const banner = openBanner();
    expect(banner).toBeEmptyDOMElement();
  });

  it('is that it is offline, and for a few seconds that it is back', async () => {
    const banner = openBanner();
    browserSays('offline');
    expect(banner).toHaveTextContent('You are offline. What you typed is kept.');
    browserSays('online');
    expect(banner).toHaveTextContent('The connection is back.');
    await pass(10_000);
    expect(banner).toBeEmptyDOMElement();
  });

  it.each(['web/offline', 'auth/network-request-failed'])(
    'is that the service cannot be reached after %s, until the network answers',
    async (code) => {
      const banner = openBanner();
      act(() => learnFromFailure(code));
      expect(banner).toHaveTextContent("We can't reach the service.");
      await pass(20_000);
      expect(ask).toHaveBeenCalledWith('/icon.svg', { method: 'HEAD', cache: 'no-store' });
      expect(banner).toHaveTextContent("We can't reach the service.");
      ask.mockResolvedValue(new Response());
      await pass(5_000);
      expect(banner).toHaveTextContent('The connection is back.');
      const asked = ask.mock.calls.length;
      await pass(30_000);
      expect(ask).toHaveBeenCalledTimes(asked);
    },
  );

  it.each(['service/unavailable', 'web/timeout'])(
    'is that the service does not answer after %s, until it does',
    async (code) => {
      const banner = openBanner();
      act(() => learnFromFailure(code));
      await pass(30_000);
      expect(banner).toHaveTextContent('The service is not available right now.');
      expect(ask).not.toHaveBeenCalled();
      act(connectionAnswered);
      expect(banner).toHaveTextContent('The connection is back.');
    },
  );

  it('is nothing after a refusal: that was an answer', () => {
    const banner = openBanner();
    act(() => learnFromFailure('invite/not-allowed'));
    expect(banner).toBeEmptyDOMElement();
  });

  it('is that something takes long, once it does and until it ends', async () => {
    const banner = openBanner();
    const stopWaiting = startWaiting();
    await pass(SLOW_AFTER_MS - 1);
    expect(banner).toBeEmptyDOMElement();
    await pass(1);
    expect(banner).toHaveTextContent('This is taking longer than usual.');
    act(stopWaiting);
    expect(banner).toBeEmptyDOMElement();
  });

  it('is nothing of what ended in time, well or not', async () => {
    const banner = openBanner();
    await expect(whileWaiting(() => Promise.resolve('yes'))).resolves.toBe('yes');
    await expect(whileWaiting(() => Promise.reject(new Error('no')))).rejects.toThrow('no');
    await pass(SLOW_AFTER_MS * 2);
    expect(banner).toBeEmptyDOMElement();
  });

  it('puts the worst first', async () => {
    const banner = openBanner();
    const stopWaiting = startWaiting();
    await pass(SLOW_AFTER_MS);
    act(() => connectionLost('unreachable'));
    expect(banner).toHaveTextContent("We can't reach the service.");
    browserSays('offline');
    expect(banner).toHaveTextContent('You are offline.');
    act(stopWaiting);
    browserSays('online');
    expect(banner).toHaveTextContent('The connection is back.');
  });
});
