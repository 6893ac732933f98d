/** What use cases about a tenant need: types alone. */
import type { ActingDeps } from './actInTenant.ts';
import type { EffectsDeps } from './runEffects.ts';

export interface TenantDeps extends ActingDeps, EffectsDeps {}
