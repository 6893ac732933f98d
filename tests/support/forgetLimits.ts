/** Takes back what requests for a way back in have used up. */
import { bucketKey } from '../../functions/src/limits/rateLimits.ts';
import { adminFirestore } from './admin.ts';

const COOLDOWNS = { password: 'reset of', 'sign-in': 'sign-in link of' } as const;

/** So that the next request for this address is not taken for an impatient click. */
export async function forgetCooldown(email: string, wish: keyof typeof COOLDOWNS): Promise<void> {
  await adminFirestore.doc(bucketKey(COOLDOWNS[wish], email).path).delete();
}

/** For `beforeEach`: all tests come from one network, which the emulator calls '', and are counted together. */
export async function forgetNetwork(): Promise<void> {
  await adminFirestore.doc(bucketKey('recoveries', '').path).delete();
}
