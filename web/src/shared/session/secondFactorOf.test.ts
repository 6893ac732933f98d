import { FirebaseError } from 'firebase/app';
import { updateCurrentUser, type MultiFactorResolver } from 'firebase/auth';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { auth } from '../firebase/auth.ts';
import * as rare from './rareAuth.ts';
import { secondFactorOf } from './secondFactorOf.ts';

vi.mock('firebase/auth', () => ({ updateCurrentUser: vi.fn() }));
vi.mock('../firebase/env.ts', () => ({ env: { authEmulator: null } }));
vi.mock('../firebase/auth.ts', () => ({ auth: { currentUser: null, settings: {} } }));
vi.mock('./rareAuth.ts', () => ({
  getMultiFactorResolver: vi.fn(),
  TotpMultiFactorGenerator: { assertionForSignIn: (uid: string, code: string) => ({ totp: uid, code }) },
  PhoneMultiFactorGenerator: { assertion: (credential: object) => ({ sms: credential }) },
  PhoneAuthProvider: Object.assign(
    class {
      verifyPhoneNumber = verifyPhoneNumber;
    },
    { credential: (message: string, code: string) => ({ message, code }) },
  ),
  RecaptchaVerifier: class {
    clear = clear;
  },
}));

const { verifyPhoneNumber, clear } = vi.hoisted(() => ({ verifyPhoneNumber: vi.fn(), clear: vi.fn() }));
const resolveSignIn = vi.fn();
const REQUIRED = new FirebaseError('auth/multi-factor-auth-required', 'x');
const APP = { uid: 'f-1', factorId: 'totp', displayName: 'My phone', enrollmentTime: '' };
const SMS = { uid: 'f-2', factorId: 'phone', displayName: null, enrollmentTime: '', phoneNumber: '+***34' };

beforeEach(() => {
  vi.resetAllMocks();
  const resolver = { hints: [APP, SMS], session: { id: 's-1' }, resolveSignIn };
  vi.mocked(rare.getMultiFactorResolver).mockReturnValue(resolver as unknown as MultiFactorResolver);
  resolveSignIn.mockResolvedValue({ user: { uid: 'moira' } });
  verifyPhoneNumber.mockResolvedValue('m-1');
});

async function asked() {
  const factor = await secondFactorOf(REQUIRED);
  if (!factor) throw new Error('No second step was found.');
  return factor;
}

describe('the second step that an error asks for', () => {
  it.each([new FirebaseError('auth/wrong-password', 'x'), new Error('x'), null])(
    'is none for another error: %s',
    async (error) => {
      expect(await secondFactorOf(error)).toBeNull();
    },
  );

  it('names each step that we know, and leaves out what we do not', async () => {
    const hints = [APP, SMS, { ...APP, uid: 'f-3', factorId: 'passkey' }];
    vi.mocked(rare.getMultiFactorResolver).mockReturnValue({ hints } as unknown as MultiFactorResolver);
    expect((await asked()).steps).toEqual([
      { id: 'f-1', kind: 'app', label: 'My phone' },
      { id: 'f-2', kind: 'sms', label: '+***34' },
    ]);
  });

  it('takes the code of an app', async () => {
    await (await asked()).finish('f-1', '123456');
    expect(resolveSignIn).toHaveBeenCalledExactlyOnceWith({ totp: 'f-1', code: '123456' });
    expect(updateCurrentUser).toHaveBeenCalledExactlyOnceWith(auth, { uid: 'moira' });
  });

  it('sends a message, and takes its code', async () => {
    const factor = await asked();
    await factor.sendCode('f-2');
    expect(verifyPhoneNumber.mock.calls[0]?.[0]).toEqual({ multiFactorHint: SMS, session: { id: 's-1' } });
    expect(clear).toHaveBeenCalledOnce();
    await factor.finish('f-2', '654321');
    expect(resolveSignIn).toHaveBeenCalledExactlyOnceWith({ sms: { message: 'm-1', code: '654321' } });
  });

  it('clears the verifier too when no message could be sent', async () => {
    verifyPhoneNumber.mockRejectedValue(new FirebaseError('auth/too-many-requests', 'x'));
    await expect((await asked()).sendCode('f-2')).rejects.toMatchObject({ code: 'auth/too-many-requests' });
    expect(clear).toHaveBeenCalledOnce();
  });

  it('never switches reCAPTCHA off in production', async () => {
    await (await asked()).sendCode('f-2');
    expect(auth.settings.appVerificationDisabledForTesting).toBe(false);
  });
});
