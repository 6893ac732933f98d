import { describe, expect, it } from 'vitest';
import { documentKeys } from '../../functions/src/contract/documentKeys.ts';
import { WRONG_ADDRESSES_OF_LINK } from '../../functions/src/contract/limits.ts';
import { bucketKey } from '../../functions/src/limits/rateLimits.ts';
import { hashSecret } from '../../functions/src/platform/linkKeys.ts';
import { adminFirestore, get, put } from '../support/admin.ts';
import { expectRefusal, refusalOf } from '../support/expectRefusal.ts';
import { newTenant } from '../support/factories.ts';
import { forgetMisses } from '../support/forgetLimits.ts';
import { invited, signInSecretOf } from '../support/invited.ts';
import { newAddress, newPerson, openBrowser } from '../support/people.ts';

const nobody = openBrowser();

/** What a mailed link does beyond showing without a password typed: each with an address, or without. */
const DEEDS = ['redeemInvite', 'declineInvite'] as const;

describe('a robot that opens mailed links and presses buttons', () => {
  it.each(DEEDS)(
    '%s: gets nowhere without the address, and with it its owner does [ATTACK-30]',
    async (name) => {
      await forgetMisses();
      const acme = await newTenant();
      const { uid, email, mailed: secret } = await invited(acme, { sendPasswordReset: false });
      const watched = { tenants: [acme.id], uids: [uid] };
      for (const empty of [undefined, null]) {
        await expectRefusal(
          () => nobody.call(name, { secret, email: empty }),
          'invite/address-needed',
          watched,
        );
      }
      const wrong = () => nobody.call(name, { secret, email: newAddress('nina') });
      await expectRefusal(wrong, 'invite/wrong-address', watched);
      expect(await get(documentKeys.user(uid))).toMatchObject({ begun: null });
      expect(await get(documentKeys.pendingInvite(acme.id, uid))).toMatchObject({ status: 'pending' });
      await nobody.call(name, { secret, email: email.toUpperCase() });
    },
  );
});

describe('who tries addresses at somebody else’s link', () => {
  /** All but this many wrong addresses of the window are used up. */
  const leave = (secret: string, left: number) =>
    put(bucketKey('wrong addresses', secret), {
      takenAt: Array.from({ length: WRONG_ADDRESSES_OF_LINK - left }, () => Date.now() - 1000),
      expireAt: new Date(Date.now() + 60_000),
    });

  it.each(DEEDS)(
    '%s: is stopped, exactly, and then the right one is not taken either [ATTACK-30, NUM-11]',
    async (name) => {
      await forgetMisses();
      const acme = await newTenant();
      const { uid, email, mailed: secret } = await invited(acme, { sendPasswordReset: false });
      await leave(secret, 3);
      const attempts = Array.from({ length: 6 }, () =>
        refusalOf(nobody.call(name, { secret, email: newAddress() })),
      );
      const codes = (await Promise.all(attempts)).map(({ code }) => code).sort();
      expect(codes).toEqual([
        ...Array.from({ length: 3 }, () => 'invite/wrong-address'),
        ...Array.from({ length: 3 }, () => 'limits/addresses'),
      ]);
      const right = () => nobody.call(name, { secret, email });
      const details = await expectRefusal(right, 'limits/addresses', { tenants: [acme.id], uids: [uid] });
      expect(details.retryAfterSeconds).toBeGreaterThan(60);
      await adminFirestore.doc(bucketKey('wrong addresses', secret).path).delete();
      await right();
    },
  );

  it('redeemSignInLink: the same [ATTACK-30, NUM-11]', async () => {
    await forgetMisses();
    const otto = await newPerson({ name: 'otto' });
    const secret = await signInSecretOf(otto.email);
    await leave(secret, 1);
    const redeem = (email: string) => nobody.call('redeemSignInLink', { secret, email });
    const watched = { tenants: [], uids: [otto.uid] };
    await expectRefusal(() => redeem(newAddress()), 'recovery/other-address', watched);
    await expectRefusal(() => redeem(otto.email), 'limits/addresses', watched);
    expect(await get(documentKeys.recoveryMail(hashSecret(secret)))).toMatchObject({ usedAt: null });
    await leave(secret, 1);
    await redeem(otto.email);
  });
});
