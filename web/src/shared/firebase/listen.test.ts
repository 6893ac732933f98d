import { onSnapshot } from 'firebase/firestore';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { connectionAnswered, connectionLost } from '../connection/connection.ts';
import { listenToDocument, listenToQuery } from './listen.ts';

vi.mock('firebase/firestore', () => ({ onSnapshot: vi.fn() }));
vi.mock('../connection/connection.ts', () => ({ connectionAnswered: vi.fn(), connectionLost: vi.fn() }));

const stop = vi.fn();
const onNext = vi.fn();
const subscribe = vi.mocked(onSnapshot) as unknown as ReturnType<typeof vi.fn>;

beforeEach(() => {
  vi.useFakeTimers();
  vi.resetAllMocks();
  subscribe.mockReturnValue(stop);
});
afterEach(() => vi.useRealTimers());

/** Each kind of target, and what the SDK says of it: something or nothing, from memory or from the server. */
const KINDS = [
  {
    kind: 'a document',
    listen: () => listenToDocument('a document' as never, onNext, vi.fn()),
    snapshot: (found: boolean, fromCache: boolean) => ({ exists: () => found, metadata: { fromCache } }),
  },
  {
    kind: 'a query',
    listen: () => listenToQuery('a query' as never, onNext, vi.fn()),
    snapshot: (found: boolean, fromCache: boolean) => ({ empty: !found, metadata: { fromCache } }),
  },
];

describe.each(KINDS)('listening to $kind', ({ listen, snapshot }) => {
  const tell = (found: boolean, fromCache: boolean) =>
    (subscribe.mock.lastCall![2] as (told: unknown) => void)(snapshot(found, fromCache));

  it('takes nothing from an empty memory for an answer, and the same from the server for one', () => {
    listen();
    tell(false, true);
    expect(onNext).not.toHaveBeenCalled();
    tell(false, false);
    expect(onNext).toHaveBeenCalledOnce();
  });

  it('shows what memory has', () => {
    listen();
    tell(true, true);
    expect(onNext).toHaveBeenCalledOnce();
  });

  it('says that the connection is lost when nothing but memory answers for long, and that it is back', () => {
    listen();
    tell(true, true);
    expect(connectionLost).not.toHaveBeenCalled();
    vi.advanceTimersByTime(3_000);
    expect(connectionLost).toHaveBeenCalledExactlyOnceWith('unreachable');
    tell(true, false);
    expect(connectionAnswered).toHaveBeenCalledOnce();
  });

  it('says nothing of a memory that the server confirms, or of one that nobody listens to any more', () => {
    listen();
    tell(true, true);
    tell(true, false);
    vi.advanceTimersByTime(10_000);
    const leave = listen();
    tell(false, true);
    leave();
    vi.advanceTimersByTime(10_000);
    expect(connectionLost).not.toHaveBeenCalled();
    expect(stop).toHaveBeenCalledOnce();
  });
});
