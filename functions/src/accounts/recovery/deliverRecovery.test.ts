import { expect, it } from 'vitest';
import { recoveryTaskSchema } from './deliverRecovery.ts';

const task = { uid: 'otto', nonce: '0a'.repeat(16) };

it('a task from before there were sign-in links is about a password', () => {
  expect(recoveryTaskSchema.parse(task)).toEqual({ ...task, wants: 'password' });
  expect(recoveryTaskSchema.parse({ ...task, wants: 'sign-in' })).toEqual({ ...task, wants: 'sign-in' });
  expect(recoveryTaskSchema.safeParse({ ...task, wants: 'everything' }).success).toBe(false);
});
