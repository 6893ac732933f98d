import { randomInt } from 'node:crypto';
import { adminAuth } from './admin.ts';
import { newAddress, PASSWORD } from './people.ts';

/** @returns a new account whose sign-in asks for a code that is sent to its telephone. */
export async function newGuardedAccount(): Promise<{ email: string; phoneNumber: string }> {
  const email = newAddress('moira');
  const phoneNumber = `+1555${randomInt(1_000_000, 10_000_000)}`;
  await adminAuth.createUser({
    email,
    emailVerified: true,
    password: PASSWORD,
    multiFactor: { enrolledFactors: [{ factorId: 'phone', phoneNumber, displayName: 'Phone' }] },
  });
  return { email, phoneNumber };
}
