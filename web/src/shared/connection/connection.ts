/**
 * What the page knows of its connection, in one place: from the browser, and from what its calls and listeners met. Pages
 * show it (ConnectionBanner); nothing else is decided by it.
 */

export type Connection =
  | 'fine'
  /** The browser says that there is no network. */
  | 'offline'
  /** Something did not get through, whatever the browser says. */
  | 'unreachable'
  /** It got through, and the service itself gave up. */
  | 'unanswered'
  /** Something is on its way for long. */
  | 'slow'
  /** It was lost, and is there again: said for a few seconds. */
  | 'back';

type Loss = 'unreachable' | 'unanswered';

/** Nobody wonders sooner whether something is wrong, and few wait longer without a word. */
export const SLOW_AFTER_MS = 8_000;
/** Long enough to be read. */
const BACK_FOR_MS = 6_000;
/** How often it is tried whether the network is there again, while the page says that it is not. */
const PROBE_EVERY_MS = 5_000;

const listeners = new Set<() => void>();
const waits = new Set<symbol>();
let loss: Loss | null = null;
let isBack = false;
let backTimer: ReturnType<typeof setTimeout> | undefined;
let probeTimer: ReturnType<typeof setInterval> | undefined;

/** @returns how the connection is now */
export function currentConnection(): Connection {
  if (!navigator.onLine) return 'offline';
  if (loss) return loss;
  if (waits.size > 0) return 'slow';
  return isBack ? 'back' : 'fine';
}

/** @returns how to stop being told of changes */
export function subscribeToConnection(onChange: () => void): () => void {
  if (listeners.size === 0) followBrowser();
  listeners.add(onChange);
  return () => {
    listeners.delete(onChange);
    if (listeners.size === 0) leaveBrowser();
  };
}

/** What failures say of the connection, by their codes; the others were answered, or say nothing of it. */
const LOSSES: Readonly<Record<string, Loss>> = {
  'web/offline': 'unreachable',
  'auth/network-request-failed': 'unreachable',
  'service/unavailable': 'unanswered',
  'web/timeout': 'unanswered',
};

/** @param code of a failure, ours or Firebase's */
export function learnFromFailure(code: string): void {
  const how = LOSSES[code];
  if (how) connectionLost(how);
}

/** Something failed on its way (`unreachable`), or at the other end of it (`unanswered`). */
export function connectionLost(how: Loss): void {
  loss = how;
  isBack = false;
  // Only the network can be tried without doing anything; a service that gave up is heard of when it answers again.
  if (how === 'unreachable') probeTimer ??= setInterval(() => void probe(), PROBE_EVERY_MS);
  changed();
}

/** Something was answered: whatever was lost is there again. */
export function connectionAnswered(): void {
  if (loss === null) return;
  forgetLoss();
  comeBack();
}

/** Resolves once there is a network, as far as the page knows: at once, where none was lost. */
export function untilReachable(): Promise<void> {
  const isReachable = () => navigator.onLine && loss !== 'unreachable';
  if (isReachable()) return Promise.resolve();
  return new Promise((resolve) => {
    const stop = subscribeToConnection(() => {
      if (!isReachable()) return;
      stop();
      resolve();
    });
  });
}

/** Something is on its way. @returns how to say that it is no more */
export function startWaiting(): () => void {
  const wait = Symbol('wait');
  const timer = setTimeout(() => {
    waits.add(wait);
    changed();
  }, SLOW_AFTER_MS);
  return () => {
    clearTimeout(timer);
    if (waits.delete(wait)) changed();
  };
}

/** Says so when the work takes long. @returns what the work returns, and throws what it throws */
export async function whileWaiting<Result>(work: () => Promise<Result>): Promise<Result> {
  const stopWaiting = startWaiting();
  try {
    return await work();
  } finally {
    stopWaiting();
  }
}

function changed(): void {
  for (const listener of listeners) listener();
}

function forgetLoss(): void {
  loss = null;
  clearInterval(probeTimer);
  probeTimer = undefined;
}

function comeBack(): void {
  isBack = true;
  clearTimeout(backTimer);
  backTimer = setTimeout(() => {
    isBack = false;
    changed();
  }, BACK_FOR_MS);
  changed();
}

function followBrowser(): void {
  window.addEventListener('online', handleOnline);
  window.addEventListener('offline', changed);
}

function leaveBrowser(): void {
  window.removeEventListener('online', handleOnline);
  window.removeEventListener('offline', changed);
}

function handleOnline(): void {
  forgetLoss();
  comeBack();
}

/** Asks for the smallest file of the app itself: any answer will do. */
async function probe(): Promise<void> {
  if (!navigator.onLine) return;
  try {
    await fetch('/icon.svg', { method: 'HEAD', cache: 'no-store' });
    connectionAnswered();
  } catch {
    // Not yet: it is tried again.
  }
}
