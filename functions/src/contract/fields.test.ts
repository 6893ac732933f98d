import { describe, expect, it } from 'vitest';
import type * as z from 'zod';
import {
  designationField,
  emailField,
  expiresInHoursField,
  idempotencyKeyField,
  messageField,
  nameField,
  passwordField,
  permissionsField,
  reasonField,
  replyToField,
  roleField,
  secretField,
  securityLevelField,
  tenantIdField,
  timeZoneField,
  uidField,
} from './fields.ts';

const takes = (field: z.ZodType, value: unknown) => field.safeParse(value).success;
const chars = (count: number) => 'a'.repeat(count);
const mixed = (count: number) => 'vk3xqnwz'.repeat(20).slice(0, count);

describe('bounds', () => {
  it.each<[string, z.ZodType, unknown, unknown]>([
    ['a password has 8 characters [NUM-03]', passwordField, mixed(8), mixed(7)],
    ['a password has 128 characters at most [NUM-03]', passwordField, mixed(128), mixed(129)],
    ['a password is not one that many people use [NUM-10]', passwordField, 'Green kettle 1', 'Password@123'],
    ['an invitation lives an hour [NUM-02]', expiresInHoursField, 1, 0],
    ['an invitation lives 720 hours at most [NUM-02]', expiresInHoursField, 720, 721],
    ['an invitation lives whole hours', expiresInHoursField, 2, 1.5],
    ['a name has 64 characters at most', nameField, chars(64), chars(65)],
    ['a designation has 80 characters at most', designationField, chars(80), chars(81)],
    ['a message has 500 characters at most', messageField, chars(500), chars(501)],
    ['a reason has 200 characters at most', reasonField, chars(200), chars(201)],
    ['a level is one of seven', securityLevelField, '7', '8'],
    ['a role is one of five', roleField, 'Admin', 'HRX'],
    ['a permission is one of six', permissionsField, ['audit:read'], ['everything']],
    ['a permission is named once', permissionsField, ['audit:read'], ['audit:read', 'audit:read']],
    ['a repeated call’s key has 8 characters', idempotencyKeyField, chars(8), chars(7)],
    ['a repeated call’s key has 64 characters at most', idempotencyKeyField, chars(64), chars(65)],
    ['replies go to an address', replyToField, 'people@acme.example', 'people'],
    ['replies go to one address', replyToField, '', 'a@acme.example, b@acme.example'],
    ['a time zone has a name', timeZoneField, 'America/Argentina/Buenos_Aires', '+01:00'],
    ['a time zone is one that is known', timeZoneField, 'UTC', 'Europe/Atlantis'],
    ['a secret is 64 digits of hex', secretField, 'ab'.repeat(32), 'ab'.repeat(33)],
    [
      'a part before the @ has 64 characters at most',
      emailField,
      `${chars(64)}@x.example`,
      `${chars(65)}@x.example`,
    ],
  ])('%s', (_what, field, within, outside) => {
    expect(takes(field, within)).toBe(true);
    expect(takes(field, outside)).toBe(false);
  });
});

describe('text that others read', () => {
  const TEXTS = { nameField, designationField, messageField, reasonField };

  it.each<[keyof typeof TEXTS, string]>([
    ['nameField', 'St. John'],
    ['nameField', "O'Brien Jr."],
    ['designationField', '3M site lead (night), hall 4'],
    ['messageField', 'We start on 2026-12-01 at 08:30.\nBring two forms. See you!'],
    ['reasonField', 'I found another job.'],
  ])('%s takes %j', (field, text) => {
    expect(TEXTS[field].safeParse(text).error).toBeUndefined();
  });

  it.each<[keyof typeof TEXTS, string, string]>([
    ['nameField', '1-800-555-0199', 'Remove the long number.'],
    ['nameField', 'Nina 7', "Use letters, spaces, ' and - only."],
    ['nameField', 'HRX Security', 'Enter the person’s own name.'],
    ['nameField', 'a\u2028b', 'Remove the invisible characters.'],
    ['designationField', 'Call 1.800.555.0199', 'Remove the long number.'],
    ['designationField', 'evil․com', 'Remove the link. Add a space after each full stop.'],
    ['messageField', 'Pay to DE89 3704 0044 0532 0130 00', 'Remove the long number.'],
    ['messageField', 'Go to evil。com', 'Remove the link. Add a space after each full stop.'],
    ['reasonField', 'Call ٠١٢٣٤٥٦٧٨٩', 'Remove the long number.'],
  ])('%s refuses %j and says what to do [ATTACK-20, ATTACK-21, ATTACK-24]', (field, text, sentence) => {
    expect(TEXTS[field].safeParse(text).error?.issues[0]?.message).toBe(sentence);
  });
});

describe('an id', () => {
  it.each(['4mK1cY8bQ0aVt2Zr5XwLs9Ne7uP3', 'inv_0123456789abcdef01234567', 'a b', '_x_', '...', chars(128)])(
    'of a person may be %j',
    (uid) => {
      expect(takes(uidField, uid)).toBe(true);
    },
  );

  it.each(['a/b', '/', '__x__', '____', '.', '..', '', 'a\nb', chars(129), 7, null])(
    'of a person that is no Firestore id is refused: %j [DATA-09]',
    (uid) => {
      expect(takes(uidField, uid)).toBe(false);
    },
  );

  it.each(['acme', 'Acme_1-b', chars(64)])('of a tenant may be %j', (id) => {
    expect(takes(tenantIdField, id)).toBe(true);
  });

  it.each(['a/b', 'a.b', '__acme__', 'constructor', 'toString', '__proto__', '', chars(65)])(
    'of a tenant that is unsafe in a path or as a key is refused: %j',
    (id) => {
      expect(takes(tenantIdField, id)).toBe(false);
    },
  );
});
