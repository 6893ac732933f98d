/**
 * Orders of strings. Firestore compares UTF-8 bytes; JavaScript compares UTF-16 units, which differs where a
 * character beyond U+FFFF (a surrogate pair) meets one from U+E000 to U+FFFF.
 */

/** Negative, zero or positive, as the UTF-8 bytes of `a` compare to those of `b`. */
export function compareUtf8(a: string, b: string): number {
  return compareUnits(a, b, rankOfUnit);
}

/** Paths compare id by id, and ids of Datastore's numeric form (`__id7__`) come first, by number. */
export function comparePaths(a: string, b: string): number {
  if (a.includes('__id') || b.includes('__id')) return compareIds(a.split('/'), b.split('/'));
  return compareUnits(a, b, rankOfPathUnit);
}

function compareUnits(a: string, b: string, rank: (unit: number) => number): number {
  if (a === b) return 0;
  const shared = Math.min(a.length, b.length);

  for (let index = 0; index < shared; index += 1) {
    const left = a.charCodeAt(index);
    const right = b.charCodeAt(index);
    if (left !== right) return rank(left) - rank(right);
  }
  return a.length - b.length;
}

/** Halves of surrogate pairs stand for characters above every other. */
function rankOfUnit(unit: number): number {
  return unit >= 0xd800 && unit <= 0xdfff ? unit + 0x10000 : unit;
}

/** The slash ends an id, so it comes before every character. */
function rankOfPathUnit(unit: number): number {
  return unit === 0x2f ? -1 : rankOfUnit(unit);
}

const NUMERIC_ID = /^__id(-?\d+)__$/;

function compareIds(a: string[], b: string[]): number {
  for (const [index, left] of a.entries()) {
    const right = b[index];
    if (right === undefined) return 1;
    const order = compareId(left, right);
    if (order !== 0) return order;
  }
  return a.length - b.length;
}

function compareId(a: string, b: string): number {
  const left = NUMERIC_ID.exec(a)?.[1];
  const right = NUMERIC_ID.exec(b)?.[1];
  if (left === undefined && right === undefined) return compareUtf8(a, b);
  if (left === undefined) return 1;
  if (right === undefined) return -1;
  const difference = BigInt(left) - BigInt(right);
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}
