/**
 * The contract: each callable's name with the shape of its request and of its response, composed of the features' tables.
 * Types derive from it.
 */
import type * as z from 'zod';
import { accountCallables } from './accountCallables.ts';
import type { CallableTable, Who } from './CallableTable.ts';
import { inviteCallables } from './inviteCallables.ts';
import { inviteLifeCallables } from './inviteLifeCallables.ts';
import { jobCallables } from './jobCallables.ts';
import { memberCallables } from './memberCallables.ts';
import { tenantCallables } from './tenantCallables.ts';

export const CALLABLES = {
  ...inviteCallables,
  ...inviteLifeCallables,
  ...memberCallables,
  ...tenantCallables,
  ...accountCallables,
  ...jobCallables,
} as const satisfies CallableTable;

export type CallableName = keyof typeof CALLABLES;
type NamesOf<W extends Who> = {
  [Name in CallableName]: (typeof CALLABLES)[Name]['who'] extends W ? Name : never;
}[CallableName];
/** The callables in which somebody acts in a tenant: `tenants/tenantCommand.ts` is the only way to one. */
export type TenantCallableName = NamesOf<'tenant'>;
export type SelfCallableName = NamesOf<'self'>;
export type PublicCallableName = NamesOf<'anybody'>;
/** What a client may send. */
export type CallableInput<Name extends CallableName> = z.input<(typeof CALLABLES)[Name]['request']>;
/** What a use case receives: parsed and canonical. */
export type CallableRequest<Name extends CallableName> = z.output<(typeof CALLABLES)[Name]['request']>;
export type CallableResponse<Name extends CallableName> = z.output<(typeof CALLABLES)[Name]['response']>;
