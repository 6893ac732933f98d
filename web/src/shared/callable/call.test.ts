import { FirebaseError } from 'firebase/app';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { ERRORS } from '../../../../functions/src/contract/errors.ts';
import { call } from './call.ts';
import { CallError } from './CallError.ts';

const ask = vi.hoisted(() => vi.fn());
vi.mock('../firebase/functions.ts', () => ({ callFunction: ask }));

const input = { tenantId: 'acme', uid: 'nora' };

/** What the web SDK throws: its text is not for people, and it adds the HTTP status. */
function sdkError(code: string, details?: unknown): FirebaseError {
  return Object.assign(new FirebaseError(`functions/${code}`, 'some text [400]'), { details });
}

async function failure(thrown: unknown): Promise<CallError> {
  ask.mockRejectedValueOnce(thrown);
  const error: unknown = await call('createInviteLink', input).catch((reason: unknown) => reason);
  if (!(error instanceof CallError)) throw new Error('call threw something else');
  return error;
}

beforeEach(() => {
  ask.mockReset();
});

describe('call', () => {
  it('calls by the deployed name and answers the data', async () => {
    ask.mockResolvedValue({ inviteLink: 'link', expiresAt: 'then' });
    await expect(call('createInviteLink', input)).resolves.toEqual({ inviteLink: 'link', expiresAt: 'then' });
    expect(ask).toHaveBeenCalledExactlyOnceWith('createInviteLink', input);
  });

  it('throws the code and the sentence of the table', async () => {
    const error = await failure(sdkError('permission-denied', { code: 'invite/not-allowed' }));
    expect(error.code).toBe('invite/not-allowed');
    expect(error.message).toBe(ERRORS['invite/not-allowed'].userMessage);
  });

  it('keeps field errors', async () => {
    const fields = { email: 'Check the address.' };
    const error = await failure(sdkError('invalid-argument', { code: 'request/invalid', fields }));
    expect(error.fields).toEqual(fields);
  });

  it('says when it is worth trying again [NUM-08]', async () => {
    const error = await failure(
      sdkError('resource-exhausted', { code: 'limits/invites', retryAfterSeconds: 150 }),
    );
    expect(error.retryAfterSeconds).toBe(150);
    expect(error.message).toBe(`${ERRORS['limits/invites'].userMessage} You can try again in 3 minutes.`);
  });

  it.each([
    ['internal', 'web/offline'],
    ['deadline-exceeded', 'web/timeout'],
    ['unavailable', 'service/unavailable'],
    ['unauthenticated', 'auth/session-ended'],
    ['unknown', 'service/unexpected'],
  ])('takes %s without details as %s', async (code, expected) => {
    expect((await failure(sdkError(code))).code).toBe(expected);
  });

  it('trusts no details that are not ours', async () => {
    for (const details of ['text', { code: 'made/up' }, { code: 'toString' }, null]) {
      expect((await failure(sdkError('permission-denied', details))).code).toBe('service/unexpected');
    }
    const strange = { code: 'request/invalid', fields: { email: 7 }, retryAfterSeconds: 'soon' };
    expect(await failure(sdkError('invalid-argument', strange))).toMatchObject({
      code: 'request/invalid',
      fields: {},
      retryAfterSeconds: null,
    });
  });
});
