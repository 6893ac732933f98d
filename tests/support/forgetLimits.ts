/** Takes back what requests for a way back in have used up. */
import { bucketKey } from '../../functions/src/limits/rateLimits.ts';
import { adminFirestore } from './admin.ts';
import { suite } from './suite.ts';

const COOLDOWNS = { password: 'reset of', 'sign-in': 'sign-in link of' } as const;

/** So that the next request for this address is not taken for an impatient click. */
export async function forgetCooldown(email: string, wish: keyof typeof COOLDOWNS): Promise<void> {
  await adminFirestore.doc(bucketKey(COOLDOWNS[wish], email).path).delete();
}

/** All tests come from one network. The Functions emulator, which calls its functions by a socket of its own, knows no address. */
const NETWORKS = [suite.host, ''];

/** For `beforeEach`: the requests of all tests are counted together. */
export async function forgetNetwork(): Promise<void> {
  await Promise.all(
    NETWORKS.map((network) => adminFirestore.doc(bucketKey('recoveries', network).path).delete()),
  );
}

/** The same for secrets and addresses that were not right. */
export async function forgetMisses(): Promise<void> {
  await adminFirestore.doc(bucketKey('misses', '').path).delete();
}
