/** The fields that callables take: bounded, canonical, each with a sentence that says how to correct it. */
import * as z from 'zod';
import { COMMON_PASSWORD, isCommonPassword } from './commonPasswords.ts';
import {
  DESIGNATION_LENGTH_MAX,
  EMAIL_LENGTH_MAX,
  EMAIL_LOCAL_PART_LENGTH_MAX,
  INVITE_TTL_HOURS_MAX,
  INVITE_TTL_HOURS_MIN,
  MESSAGE_LENGTH_MAX,
  NAME_LENGTH_MAX,
  PASSWORD_LENGTH_MAX,
  PASSWORD_LENGTH_MIN,
  REASON_LENGTH_MAX,
  SEAT_LIMIT_MAX,
} from './limits.ts';
import { isNameSpelling, posesAsOffice } from './personName.ts';
import { PERMISSIONS, ROLES, SECURITY_LEVELS } from './roles.ts';
import { hasInvisible, hasInvisibleInLines, hasLink, hasLongNumber } from './textRules.ts';
import { isTimeZone } from './timeZones.ts';

const REQUIRED = 'Fill in this field.';

/**
 * One canonical address: ASCII, lower case, no quoting and no white space. The Auth emulator and the Admin SDK accept
 * line breaks and non-ASCII letters that fold into ASCII ones, so this schema is the only gate.
 */
export const emailField = z
  .string({ error: REQUIRED })
  .min(1, { error: REQUIRED })
  .max(EMAIL_LENGTH_MAX, { error: `Use at most ${EMAIL_LENGTH_MAX} characters.` })
  .regex(/^[\x21-\x7e]+$/, { error: 'Remove spaces and special letters.' })
  .toLowerCase()
  .pipe(z.email({ error: 'Enter an email address like name@company.com.' }))
  .refine((email) => email.indexOf('@') <= EMAIL_LOCAL_PART_LENGTH_MAX, {
    error: `Use at most ${EMAIL_LOCAL_PART_LENGTH_MAX} characters before the @.`,
  });

const NAME_OF_THING = /^[\p{L}\p{M}\p{N}][\p{L}\p{M}\p{N} .,'’()&/-]*$/u;

/** One line, without what would mislead its reader. */
function oneLine(max: number) {
  return z
    .string({ error: REQUIRED })
    .min(1, { error: REQUIRED })
    .max(max, { error: `Use at most ${max} characters.` })
    .refine((text) => !hasInvisible(text), { error: 'Remove the invisible characters.' })
    .refine((text) => text === text.trim(), { error: 'Remove the spaces at the start and the end.' })
    .refine((text) => !hasLink(text), { error: 'Remove the link. Add a space after each full stop.' })
    .refine((text) => !hasLongNumber(text), { error: 'Remove the long number.' });
}

/** A person's first or last name. */
export const nameField = oneLine(NAME_LENGTH_MAX)
  .refine(isNameSpelling, { error: "Use letters, spaces, ' and - only." })
  .refine((name) => !posesAsOffice(name), { error: 'Enter the person’s own name.' });

function nameOfThing(max: number) {
  return oneLine(max).regex(NAME_OF_THING, {
    error: "Only letters, digits, spaces and . , ' ( ) & / - are allowed.",
  });
}

export const designationField = nameOfThing(DESIGNATION_LENGTH_MAX);
export const tenantNameField = nameOfThing(NAME_LENGTH_MAX);

function freeText(max: number) {
  return z
    .string()
    .max(max, { error: `Use at most ${max} characters.` })
    .refine((text) => !hasInvisibleInLines(text), { error: 'Remove the invisible characters.' })
    .refine((text) => !hasLink(text), { error: 'Remove the link. Add a space after each full stop.' })
    .refine((text) => !hasLongNumber(text), { error: 'Remove the long number.' });
}

export const messageField = freeText(MESSAGE_LENGTH_MAX);
export const reasonField = freeText(REASON_LENGTH_MAX);

/** An id that is safe in a Firestore path and as the key of a claim: no `__x__`, nothing that every object inherits. */
export const tenantIdField = z
  .string({ error: REQUIRED })
  .regex(/^[A-Za-z0-9_-]{1,64}$/, { error: 'This is not a valid company id.' })
  .refine((id) => !/^__.*__$/.test(id) && !(id in {}), { error: 'This is not a valid company id.' });

/** Auth accepts ids that are no Firestore ids (`a/b`, `__x__`): they are refused. Auth's own bound is 128 characters. */
export const uidField = z
  .string({ error: REQUIRED })
  .regex(/^(?!\.{1,2}$)(?!__.*__$)[^/\p{C}]{1,128}$/u, { error: 'This is not a valid user id.' });

/** Ids of ours are hex. */
export const jobIdField = z
  .string({ error: REQUIRED })
  .regex(/^[0-9a-f]{20}$/, { error: 'This is not a valid id.' });

export const roleField = z.enum(ROLES, { error: `Choose one of ${ROLES.join(', ')}.` });
export const securityLevelField = z.enum(SECURITY_LEVELS, { error: 'Choose a level from 1 to 7.' });
export const permissionsField = z
  .array(z.enum(PERMISSIONS, { error: `Choose from ${PERMISSIONS.join(', ')}.` }))
  .max(PERMISSIONS.length)
  .refine((list) => new Set(list).size === list.length, { error: 'Choose each permission only once.' });

export const expiresInHoursField = z
  .int({ error: 'Enter a whole number of hours.' })
  .min(INVITE_TTL_HOURS_MIN, { error: `Choose at least ${INVITE_TTL_HOURS_MIN} hour.` })
  .max(INVITE_TTL_HOURS_MAX, { error: `Choose at most ${INVITE_TTL_HOURS_MAX} hours.` });

/** A request may leave a field out by null, so "no limit" is a word. */
export const seatLimitField = z.union([z.literal('unlimited'), z.int().min(1).max(SEAT_LIMIT_MAX)], {
  error: `Enter a number from 1 to ${SEAT_LIMIT_MAX}, or "unlimited".`,
});

/** Something that is on or off. */
export const switchField = z.boolean({ error: 'Choose true or false.' });

/** A request may leave a field out by null, so "no address" is an empty text. */
export const replyToField = z.union([z.literal(''), emailField], {
  error: 'Enter an email address like name@company.com, or leave it empty.',
});

export const timeZoneField = z
  .string({ error: REQUIRED })
  .refine(isTimeZone, { error: 'Choose a time zone from the list, like Europe/Berlin.' });

export const idempotencyKeyField = z
  .string()
  .regex(/^[A-Za-z0-9_-]{8,64}$/, { error: 'Use 8 to 64 letters, digits, - and _.' });

/** 256 bits as hex: exactly this, so that a cut, padded or re-cased secret is no secret. */
export const secretField = z
  .string({ error: 'This link is not valid.' })
  .regex(/^[0-9a-f]{64}$/, { error: 'This link is not valid.' });

/** Every password that passes through us; the one for Firebase's `confirmPasswordReset` is checked by the page alone. */
export const passwordField = z
  .string({ error: REQUIRED })
  .min(PASSWORD_LENGTH_MIN, { error: `Use at least ${PASSWORD_LENGTH_MIN} characters.` })
  .max(PASSWORD_LENGTH_MAX, { error: `Use at most ${PASSWORD_LENGTH_MAX} characters.` })
  .refine((password) => !isCommonPassword(password), { error: COMMON_PASSWORD });

/** An instant on the wire. */
export const instantField = z.iso.datetime();
