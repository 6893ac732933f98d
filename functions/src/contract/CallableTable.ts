/** The shape of each feature's table of callables. */
import type * as z from 'zod';

/**
 * Whose callable it is. `tenant`: of people with standing in the tenant that the request names, who act there; `self`: of
 * whoever is signed in, about themselves; `anybody`: what they hold, or nothing, lets them.
 */
export type Who = 'tenant' | 'self' | 'anybody';

/** The web SDK sends `null` where the caller wrote `undefined`, so what may be left out may also be null. */
export type CallableTable = Record<string, { who: Who; request: z.ZodType; response: z.ZodType }>;
