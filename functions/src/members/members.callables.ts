/** The callables about members, by their deployed names. */
import { defineCallable } from '../platform/defineCallable.ts';
import { setTenantRole as setRole } from './setTenantRole.ts';

export const setTenantRole = defineCallable('setTenantRole', setRole);
