/** A callable about a tenant, said in parts: nothing else can be deployed under a name that the contract says is about one. */
import type { CallableRequest, CallableResponse, TenantCallableName } from '../contract/callables.ts';
import type { Actor } from '../domain/authority.ts';
import type { Account } from '../domain/account.ts';
import type { Caller } from '../platform/authenticate.ts';
import type { Keys } from '../platform/transaction.ts';
import { actForRow, actInTenant, type Act, type Done, type RowOfJob } from './actInTenant.ts';
import { runEffects, type EffectsDone } from './runEffects.ts';
import type { TenantDeps } from './tenantDeps.ts';

const COMMAND = Symbol('made by tenantCommand');

/** The use case, as `actInTenant` runs it. */
export type TenantCommand<Name extends TenantCallableName, Deps> = {
  (deps: Deps, caller: Caller, request: CallableRequest<Name>): Promise<CallableResponse<Name>>;
  /** The same as a row of a job. @throws what the command does. */
  asRow(deps: Deps, row: RowOfJob, request: CallableRequest<Name>): Promise<CallableResponse<Name>>;
  [COMMAND]: Name;
};

/** What every part of a command gets. */
interface Asked<Name extends TenantCallableName, Deps> {
  deps: Deps;
  caller: Caller;
  request: CallableRequest<Name>;
}

interface Parts<Name extends TenantCallableName, Deps, Prepared, K extends Keys, Answer extends object> {
  /**
   * Done once, before the transaction: what is chosen at random, and what is looked up outside of Firestore.
   * @throws what is wrong with the request whatever the state of anything else.
   */
  prepare?: (asked: Asked<Name, Deps>) => Prepared;
  /** The documents that it decides on, beside the tenant and its settings; null for one that nobody needs this time. */
  keys?: (asked: Asked<Name, Deps> & { prepared: Prepared }) => K;
  /** Where the caller's own record comes with another request. */
  findCaller?: (prepared: Prepared) => Promise<Account | undefined>;
  /** @throws the refusal for an actor who may not do this at all. */
  assertMay: (actor: Actor, asked: Asked<Name, Deps> & { prepared: Prepared }) => void;
  /** Decides on the rest and writes, in the transaction. */
  run: (act: Act<K> & Omit<Asked<Name, Deps>, 'caller'> & { prepared: Prepared }) => Promise<Done<Answer>>;
  /** For the same call with the same key: by default the kept answer, and no work. */
  repeat?: (answer: Answer, act: Act<K>) => Done<Answer>;
  /** The response, after the work has been done or queued. */
  respond: (answer: Answer, done: EffectsDone, asked: Asked<Name, Deps>) => CallableResponse<Name>;
}

/**
 * @param name its name in the contract, where it is about a tenant.
 * @returns the use case. It throws what `actInTenant` throws, and what its parts do.
 */
export function tenantCommand<Deps extends TenantDeps = TenantDeps>() {
  return <Name extends TenantCallableName, Prepared, K extends Keys, Answer extends object>(
    name: Name,
    parts: Parts<Name, Deps, Prepared, K, Answer>,
  ): TenantCommand<Name, Deps> => {
    const operationOf = (asked: Asked<Name, Deps>) => {
      const { request } = asked;
      // Without a `prepare`, nothing asks what it is.
      const prepared = parts.prepare?.(asked) as Prepared;
      const { findCaller, repeat } = parts;
      return {
        callable: name,
        request,
        targetUid: 'uid' in request ? request.uid : null,
        keys: parts.keys?.({ ...asked, prepared }) ?? ({} as K),
        ...(findCaller && { findCaller: () => findCaller(prepared) }),
        assertMay: (actor: Actor) => parts.assertMay(actor, { ...asked, prepared }),
        run: (act: Act<K>) => parts.run({ ...act, deps: asked.deps, request, prepared }),
        ...(repeat && { repeat }),
      };
    };
    const finish = async (asked: Asked<Name, Deps>, { answer, effects }: Done<Answer>) =>
      parts.respond(answer, await runEffects(asked.deps, asked.request.tenantId, effects), asked);

    const command = async (deps: Deps, caller: Caller, request: CallableRequest<Name>) => {
      const asked = { deps, caller, request };
      return finish(asked, await actInTenant(deps, caller, operationOf(asked)));
    };
    const asRow = async (deps: Deps, row: RowOfJob, request: CallableRequest<Name>) => {
      const asked = { deps, caller: { uid: row.starterUid, authTimeMillis: Infinity }, request };
      return finish(asked, await actForRow(deps, row, operationOf(asked)));
    };
    return Object.assign(command, { asRow, [COMMAND]: name });
  };
}
