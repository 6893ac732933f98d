import { describe, expect, it } from 'vitest';
import type * as z from 'zod';
import { CALLABLES, type CallableName } from './callables.ts';

interface Shape {
  takes: string;
  mayTake: string;
  answers: string;
}

/** What each callable takes, must and may, and what it answers: others build on these names. A callable without a row does not compile. */
const SHAPES = {
  inviteUser: {
    takes: 'email firstName lastName tenantId desiredRole securityLevel',
    mayTake:
      'sendPasswordReset customMessage permissions designation department expiresInHours idempotencyKey',
    answers: 'uid inviteId inviteLink userExists claimsApplied expiresAt',
  },
  setTenantRole: {
    takes: 'tenantId uid role securityLevel',
    mayTake: 'permissions',
    answers: 'uid role securityLevel claimsApplied',
  },
  createInviteLink: {
    takes: 'tenantId uid',
    mayTake: 'fresh idempotencyKey',
    answers: 'inviteLink expiresAt',
  },
  resendInvite: {
    takes: 'tenantId uid',
    mayTake: 'idempotencyKey',
    answers: 'inviteLink expiresAt nextResendAt',
  },
  updateInvite: {
    takes: 'tenantId uid',
    mayTake:
      'desiredRole securityLevel permissions firstName lastName customMessage designation department expiresInHours',
    answers: 'expiresAt claimsApplied',
  },
  correctInvite: {
    takes: 'tenantId uid email',
    mayTake: 'idempotencyKey',
    answers: 'uid inviteId inviteLink userExists claimsApplied expiresAt',
  },
  startInvitesJob: {
    takes: 'tenantId action selection',
    mayTake: 'reason hours idempotencyKey',
    answers: 'jobId',
  },
  revokeInvite: { takes: 'tenantId uid', mayTake: 'reason', answers: '' },
  getInvite: {
    takes: 'secret',
    mayTake: '',
    answers:
      'status kind step tenantId tenantName inviterName role securityLevel message maskedEmail firstName lastName expiresAt',
  },
  redeemInvite: { takes: 'secret', mayTake: 'password email', answers: 'way email code' },
  requestFreshLink: { takes: 'secret', mayTake: '', answers: '' },
  sendInviteMail: { takes: 'secret', mayTake: '', answers: '' },
  acceptInvite: {
    takes: 'tenantId',
    mayTake: 'firstName lastName',
    answers: 'tenantId slug role userId userCreated',
  },
  declineInvite: { takes: '', mayTake: 'tenantId secret reason email', answers: '' },
  requestPasswordReset: { takes: 'email', mayTake: '', answers: '' },
  setNewPassword: { takes: 'secret password', mayTake: '', answers: 'email' },
  requestSignInLink: { takes: 'email', mayTake: '', answers: '' },
  redeemSignInLink: { takes: 'secret email', mayTake: '', answers: 'code' },
  setMyNotices: { takes: 'notices', mayTake: '', answers: 'notices' },
  updateTenantSettings: {
    takes: 'tenantId',
    mayTake:
      'inviteLifetimeHours reminders freshLinks replyTo timeZone requireAcceptance handoverLinks seatLimit',
    answers:
      'inviteLifetimeHours reminders freshLinks replyTo timeZone requireAcceptance handoverLinks seatLimit',
  },
  setJobState: { takes: 'tenantId jobId state', mayTake: '', answers: 'state' },
  retryJob: { takes: 'tenantId jobId', mayTake: '', answers: 'state' },
} satisfies Record<CallableName, Shape>;

type Fields = Record<string, z.ZodType>;

const words = (text: string) => text.split(' ').filter((word) => word !== '');
const takes = (field: z.ZodType | undefined, value: unknown) => field?.safeParse(value).success;

describe.each(Object.entries<Shape>(SHAPES))('%s', (callable, shape) => {
  const name = callable as keyof typeof SHAPES;
  const request: Fields = CALLABLES[name].request.shape;
  const response: Fields = CALLABLES[name].response.shape;

  it('takes these fields: the ones that it must have, and the ones that may be left out or be null [API-01]', () => {
    const mayBe = (value: unknown) => Object.keys(request).filter((field) => takes(request[field], value));
    expect(Object.keys(request).sort()).toEqual([...words(shape.takes), ...words(shape.mayTake)].sort());
    expect(mayBe(undefined).sort()).toEqual(words(shape.mayTake).sort());
    expect(mayBe(null).sort()).toEqual(words(shape.mayTake).sort());
  });

  it('answers these fields, each of them always: what is not told is null, and never undefined [API-02]', () => {
    expect(Object.keys(response).sort()).toEqual(words(shape.answers).sort());
    expect(Object.keys(response).filter((field) => takes(response[field], undefined))).toEqual([]);
  });
});

describe('an id in a request', () => {
  const ids = Object.entries(CALLABLES).flatMap(([name, { request }]) =>
    Object.entries(request.shape as Fields)
      .filter(([field]) => field === 'uid' || field === 'tenantId')
      .map(([field, schema]) => ({ name, field, schema })),
  );

  it.each(ids)('is safe in the path of a document: $field of $name [DATA-09]', ({ schema }) => {
    expect(takes(schema, 'acme')).toBe(true);
    for (const id of ['acme/members/adam', '__acme__', '..', '']) expect(takes(schema, id)).toBe(false);
  });

  it('was looked at', () => {
    expect(ids.length).toBeGreaterThanOrEqual(7);
  });
});

describe('an instant of an answer', () => {
  it.each(['inviteUser', 'createInviteLink', 'getInvite'] as const)(
    'of %s is an ISO string [API-03]',
    (name) => {
      const { expiresAt } = CALLABLES[name].response.shape;
      expect(takes(expiresAt, '2026-11-21T12:00:00.000Z')).toBe(true);
      for (const other of [new Date(), Date.now(), { seconds: 1 }, '2026-11-21', 'tomorrow', null]) {
        expect(takes(expiresAt, other)).toBe(false);
      }
    },
  );
});

describe('what the accept page offers next', () => {
  it('is one of six steps [API-16]', () => {
    expect(CALLABLES.getInvite.response.shape.step.options).toEqual([
      'set-password',
      'email-link',
      'sign-in',
      'check-mail',
      'accept',
      'none',
    ]);
  });
});
