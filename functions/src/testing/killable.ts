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

/** What leaves the process: Firestore, Auth, queues, the mail server. */
const FUNCTIONS = ['transact', 'sendMail', 'setClaims', 'projectClaims'];
const OBJECTS = ['reads', 'accounts', 'outboxQueue', 'syncQueue', 'jobQueue'];

/** @param killAt without it, the process lives. */
export function killable<Deps extends object>(deps: Deps, killAt?: KillAt): Killable<Deps> {
  const killed = Promise.withResolvers<'killed'>();
  let calls = 0;
  let isDead = false;
  const isGone = () => isDead;
  const die = () => {
    isDead = true;
    killed.resolve('killed');
    return new Promise<never>(() => {});
  };
  const leaving =
    (call: (...given: unknown[]) => unknown) =>
    async (...given: unknown[]) => {
      if (isGone()) return die();
      calls += 1;
      const isHere = calls === killAt?.call;
      if (isHere && killAt.when === 'before') return die();
      const result = await call(...given);
      return isHere || isGone() ? die() : result;
    };
  const wrapped: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(deps)) {
    if (typeof value === 'function' && FUNCTIONS.includes(name)) wrapped[name] = leaving(value as never);
    if (typeof value === 'object' && OBJECTS.includes(name)) {
      const methods = Object.entries(value as Record<string, (...given: unknown[]) => unknown>);
      wrapped[name] = Object.fromEntries(methods.map(([method, call]) => [method, leaving(call)]));
    }
  }
  const own = { ...deps, ...wrapped };
  return { deps: own, calls: () => calls, run: (body) => Promise.race([body(own), killed.promise]) };
}
