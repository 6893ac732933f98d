import { FirestoreError, type Fields, type Value } from '../types.ts';

/** The names on the way to a field: `a.b` is `['a', 'b']`. */
export type FieldPath = readonly string[];

const PLAIN_NAME = /^[A-Za-z_][A-Za-z_0-9]*$/;
/** One name of a field path, plain or quoted with back-ticks, then a dot or the end. */
const NEXT_NAME = /(?:`((?:[^`\\]|\\.)+)`|([A-Za-z_][A-Za-z_0-9]*))(?:\.(?=.)|$)/sy;

/**
 * Reads a field path as google.firestore.v1.StructuredQuery.FieldReference writes it.
 * @throws FirestoreError INVALID_ARGUMENT when it is malformed.
 */
export function parseFieldPath(text: string | undefined): FieldPath {
  const names: string[] = [];
  const pattern = new RegExp(NEXT_NAME);

  do {
    const match = pattern.exec(text ?? '');
    if (!match) throw new FirestoreError('INVALID_ARGUMENT', `Property path "${text ?? ''}" is not valid.`);
    names.push(match[2] ?? (match[1] ?? '').replace(/\\(.)/gs, '$1'));
  } while (pattern.lastIndex < (text ?? '').length);

  return names;
}

/** The text of a field path, quoting what needs it. */
export function formatFieldPath(path: FieldPath): string {
  return path.map((name) => (PLAIN_NAME.test(name) ? name : quote(name))).join('.');
}

function quote(name: string): string {
  return `\`${name.replace(/[\\`]/g, '\\$&')}\``;
}

/** The value at a path, or undefined where there is none. */
export function getField(fields: Fields, path: FieldPath): Value | undefined {
  let here: Fields | undefined = fields;
  let value: Value | undefined;

  for (const name of path) {
    if (here === undefined || !Object.hasOwn(here, name)) return undefined;
    value = here[name];
    here = value?.mapValue?.fields;
  }
  return value;
}

/** A copy of `fields` with the value at the path, making maps on the way (also over what is no map). */
export function withField(fields: Fields, path: FieldPath, value: Value): Fields {
  const [name, ...rest] = path;
  if (name === undefined) return fields;
  if (rest.length === 0) return { ...fields, [name]: value };

  const child = Object.hasOwn(fields, name) ? fields[name]?.mapValue?.fields : undefined;
  return { ...fields, [name]: { mapValue: { fields: withField(child ?? {}, rest, value) } } };
}

/** A copy of `fields` without the value at the path. */
export function withoutField(fields: Fields, path: FieldPath): Fields {
  const [name, ...rest] = path;
  if (name === undefined || !Object.hasOwn(fields, name)) return fields;
  if (rest.length === 0) {
    return Object.fromEntries(Object.entries(fields).filter(([other]) => other !== name));
  }
  const child = fields[name]?.mapValue?.fields;
  return child ? { ...fields, [name]: { mapValue: { fields: withoutField(child, rest) } } } : fields;
}

/** Only the values at the given paths. */
export function maskFields(fields: Fields, paths: readonly FieldPath[]): Fields {
  return paths.reduce<Fields>((kept, path) => {
    const value = getField(fields, path);
    return value ? withField(kept, path, value) : kept;
  }, {});
}
