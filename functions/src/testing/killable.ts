/** A process that ends at one of the calls that leave it: before the call has its effect, or after it. */

export interface KillAt {
  /** Which call, from 1. */
  call: number;
  when: 'before' | 'after';
}

export interface Killable<Deps> {
  deps: Deps;
  /** How many calls have left it. */
  calls: () => number;
  /** @returns what the run answers, or `killed`: nobody hears of anything that the process does from then on. */
  run: <Result>(body: (deps: Deps) => Promise<Result>) => Promise<Result | 'killed'>;
}

/**
 * Every point at which a process may be killed that makes so many calls. Between the effect of a call and the beginning of
 * the next one nothing changes: so the points after each call are enough, and HRX_LONG=1 takes those before it, too.
 */
export function killPoints(calls: number): KillAt[] {
  const whens = process.env['HRX_LONG'] ? (['before', 'after'] as const) : (['after'] as const);
  const points = Array.from({ length: calls }, (_, index) =>
    whens.map((when) => ({ call: index + 1, when })),
  ).flat();
  return [{ call: 1, when: 'before' }, ...points];
}

/** What leaves the process: Firestore, Auth, queues, the mail server. */
const FUNCTIONS = ['sendMail', 'setClaims', 'projectClaims'];
const OBJECTS = ['reads', 'accounts', 'outboxQueue', 'syncQueue', 'jobQueue'];

/** @param killAt without it, the process lives. */
export function killable<Deps extends object>(deps: Deps, killAt?: KillAt): Killable<Deps> {
  const killed = Promise.withResolvers<'killed'>();
  let calls = 0;
  let isDead = false;
  const isGone = () => isDead;
  /** What the process would do with the failure it does for nobody; but a transaction that it was in gives its locks back. */
  const die = () => {
    isDead = true;
    killed.resolve('killed');
    return Promise.reject(new Error('This process was killed.'));
  };
  const leaving =
    (call: (...given: unknown[]) => Promise<unknown>) =>
    async (...given: unknown[]) => {
      if (isGone()) return die();
      calls += 1;
      const isHere = calls === killAt?.call;
      if (isHere && killAt.when === 'before') return die();
      const result = await call(...given).catch((thrown: unknown) => {
        if (isGone()) return die();
        throw thrown;
      });
      return isHere || isGone() ? die() : result;
    };
  /** Firestore drops the transaction of a process that is gone when it has been idle for a minute: here at once. */
  const dropped = (body: (tx: unknown) => Promise<unknown>) => (tx: unknown) =>
    Promise.race([
      body(tx),
      killed.promise.then(() => {
        throw new Error('The process is gone.');
      }),
    ]);
  const wrapped: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(deps)) {
    if (typeof value === 'function' && FUNCTIONS.includes(name)) wrapped[name] = leaving(value as never);
    if (name === 'transact') {
      const transact = value as (body: (tx: unknown) => Promise<unknown>) => Promise<unknown>;
      wrapped[name] = leaving((body) => transact(dropped(body as never)));
    }
    if (typeof value === 'object' && OBJECTS.includes(name)) {
      const methods = Object.entries(value as Record<string, (...given: unknown[]) => Promise<unknown>>);
      wrapped[name] = Object.fromEntries(methods.map(([method, call]) => [method, leaving(call)]));
    }
  }
  const own = { ...deps, ...wrapped };
  return {
    deps: own,
    calls: () => calls,
    run: async (body) => {
      try {
        return await Promise.race([killed.promise, body(own)]);
      } catch (thrown) {
        if (isGone()) return 'killed';
        throw thrown;
      }
    },
  };
}
