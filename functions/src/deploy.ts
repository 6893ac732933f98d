/** How a use case becomes a deployed function: one way for each kind, bound to the dependencies of this process. */
import type * as z from 'zod';
import type { PublicCallableName, SelfCallableName, TenantCallableName } from './contract/callables.ts';
import { getDeps, type Deps } from './deps.ts';
import type { Caller } from './platform/authenticate.ts';
import { countingMisses } from './limits/countingMisses.ts';
import { defineCallable, requireCaller, type CallableOptions, type Run } from './platform/defineCallable.ts';
import { definePage, type PageAnswer, type PageRequest } from './platform/definePage.ts';
import { defineSchedule, type ScheduleOptions } from './platform/defineSchedule.ts';
import { defineTask, type TaskAttempt, type TaskOptions } from './platform/defineTask.ts';
import type { TenantCommand } from './tenants/tenantCommand.ts';

/** A callable in which somebody acts in a tenant: a command, and nothing else. */
export function tenantCallable<Name extends TenantCallableName>(
  name: Name,
  command: TenantCommand<Name, Deps>,
  options?: CallableOptions,
) {
  return defineCallable(name, getDeps, requireCaller, command, options);
}

/** A callable of whoever is signed in, about themselves. */
export function selfCallable<Name extends SelfCallableName>(
  name: Name,
  run: Run<Name, Deps, Caller>,
  options?: CallableOptions,
) {
  return defineCallable(name, getDeps, requireCaller, run, options);
}

/** A callable for anybody: who is signed in is told to the use case, and nobody is null. Who guesses is counted. */
export function publicCallable<Name extends PublicCallableName>(
  name: Name,
  run: Run<Name, Deps, Caller | null>,
  options?: CallableOptions,
) {
  const counting: typeof run = (deps, caller, request, network) =>
    countingMisses(deps, network, () => run(deps, caller, request, network));
  return defineCallable(name, getDeps, (caller) => caller, counting, options);
}

/** A function that Cloud Tasks calls. */
export function task<Schema extends z.ZodType>(
  name: string,
  schema: Schema,
  run: (deps: Deps, payload: z.output<Schema>, attempt: TaskAttempt) => Promise<void>,
  options: TaskOptions,
) {
  return defineTask(name, getDeps, schema, run, options);
}

/** A page that a function answers with itself. */
export function page(
  name: string,
  answer: (deps: Deps, request: PageRequest) => Promise<PageAnswer>,
  options?: CallableOptions,
) {
  return definePage(name, getDeps, answer, options);
}

/** A function that Cloud Scheduler calls. */
export function schedule(
  name: string,
  run: (deps: Deps) => Promise<Record<string, number>>,
  options: ScheduleOptions,
) {
  return defineSchedule(name, getDeps, run, options);
}
