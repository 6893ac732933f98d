/** Verifies the policy of a form upload: https://cloud.google.com/storage/docs/authentication/signatures#policy-document */
import { StorageError } from '../storageError.ts';
import { lengthRange, type LengthRange } from '../uploads/receiveBytes.ts';
import {
  assertInTime,
  isSignedBy,
  LONGEST_VALIDITY_SECONDS,
  readCredential,
  readSigningDate,
  type Verifier,
} from './signers.ts';

/** The form's fields before the file, by their lower-case names. */
export type FormFields = Map<string, string>;

interface PolicyDocument {
  expiration: string;
  conditions: unknown[];
}

/** Part of the signature, or the signature itself. */
const NOT_IN_CONDITIONS = ['policy', 'x-goog-signature', 'file'];

/**
 * @param bucket to which the form was sent
 * @returns how long the file may be
 * @throws StorageError unless one of the accepted signers allowed exactly this form, for now
 */
export function assertPolicy(
  { signers, clock }: Verifier,
  bucket: string,
  fields: FormFields,
): LengthRange | undefined {
  const policy = fields.get('policy');
  const signature = fields.get('x-goog-signature');
  if (policy === undefined || signature === undefined) {
    throw new StorageError('accessDenied', 'A form upload needs the fields policy and x-goog-signature.');
  }
  const credential = readCredential(fields.get('x-goog-algorithm'), fields.get('x-goog-credential'));
  const start = readSigningDate(fields.get('x-goog-date'), credential);
  if (!isSignedBy(signers, credential.clientEmail, policy, signature)) {
    throw new StorageError('signatureDoesNotMatch', undefined, { StringToSign: policy });
  }
  const { expiration, conditions } = readPolicy(policy);
  const end = Math.min(Date.parse(expiration), start + LONGEST_VALIDITY_SECONDS * 1000);
  assertInTime(clock(), start, end);
  return assertConditions(conditions, new Map([...fields, ['bucket', bucket]]));
}

function readPolicy(base64: string): PolicyDocument {
  let policy: unknown;
  try {
    policy = JSON.parse(Buffer.from(base64, 'base64').toString('utf8'));
  } catch {
    throw new StorageError('invalidPolicyDocument', 'The policy is no JSON.');
  }
  const { expiration, conditions } = policy as Partial<PolicyDocument>;
  if (typeof expiration !== 'string' || Number.isNaN(Date.parse(expiration)) || !Array.isArray(conditions)) {
    throw new StorageError('invalidPolicyDocument', 'The policy needs expiration and conditions.');
  }
  return { expiration, conditions };
}

function assertConditions(conditions: unknown[], fields: FormFields): LengthRange | undefined {
  let range: LengthRange | undefined;
  const named = new Set(NOT_IN_CONDITIONS);
  for (const condition of conditions) {
    if (Array.isArray(condition) && String(condition[0]) === 'content-length-range') {
      range = lengthRange(String(condition[1]), String(condition[2]));
      continue;
    }
    for (const { operator, name, value } of fieldConditions(condition)) {
      named.add(name);
      const actual = fields.get(name) ?? '';
      const holds = operator === 'eq' ? actual === value : actual.startsWith(value);
      if (!holds)
        throw new StorageError('invalidPolicyDocument', `The field ${name} must ${operator} "${value}".`);
    }
  }
  const extra = [...fields.keys()].find((name) => !named.has(name) && !name.startsWith('x-ignore-'));
  if (extra !== undefined && extra !== 'bucket') {
    throw new StorageError('invalidPolicyDocument', `The policy has no condition for the field ${extra}.`);
  }
  return range;
}

interface FieldCondition {
  operator: 'eq' | 'starts-with';
  name: string;
  value: string;
}

/** `["eq", "$name", "value"]`, `["starts-with", "$name", "value"]`, or `{"name": "value"}`. */
function fieldConditions(condition: unknown): FieldCondition[] {
  if (Array.isArray(condition)) {
    const [operator, field, value] = condition.map(String);
    if ((operator === 'eq' || operator === 'starts-with') && field?.startsWith('$') && value !== undefined) {
      return [{ operator, name: field.slice(1).toLowerCase(), value }];
    }
  } else if (typeof condition === 'object' && condition !== null) {
    return Object.entries(condition).map(([name, value]) => ({
      operator: 'eq',
      name: name.toLowerCase(),
      value: String(value),
    }));
  }
  throw new StorageError('invalidPolicyDocument', `Unknown condition: ${JSON.stringify(condition)}.`);
}
