/** Random small transactions over a few documents, and a naive model that runs them one after the other. */
import type { Random } from '../../testing/seeded.ts';

/** Documents of one collection, each holding one number. */
export type State = ReadonlyMap<string, number>;

export type ReadStep =
  | { kind: 'get'; id: string }
  /** The documents with a number of at least `from`, by number and id; the first `limit` (or Infinity) of them. */
  | { kind: 'query'; from: number; limit: number };

/** What is written follows from what was read, so that a wrong read shows. */
export type WriteStep = { kind: 'set'; id: string; salt: number } | { kind: 'delete'; id: string };

export interface Program {
  kind: 'read-write' | 'read-only' | 'plain write';
  reads: readonly ReadStep[];
  writes: readonly WriteStep[];
}

/** What one read found: each document with its number. */
export type Found = readonly (readonly [string, number])[];

const IDS = ['a', 'b', 'c', 'd'];
const NUMBERS = [0, 1, 2, 3, 4];

export function randomState(pick: Random): State {
  return new Map(IDS.flatMap((id) => (pick([true, true, false]) ? [[id, pick(NUMBERS)] as const] : [])));
}

export function randomProgram(pick: Random): Program {
  const kind = pick(['read-write', 'read-write', 'read-write', 'read-only', 'plain write'] as const);
  const some = <Step>(counts: readonly number[], step: () => Step): Step[] =>
    Array.from({ length: pick(counts) }, step);
  return {
    kind,
    reads: kind === 'plain write' ? [] : some([1, 2, 3], () => randomRead(pick)),
    writes: kind === 'read-only' ? [] : some([1, 1, 2], () => randomWrite(pick)),
  };
}

function randomRead(pick: Random): ReadStep {
  if (pick([true, false])) return { kind: 'get', id: pick(IDS) };
  return { kind: 'query', from: pick(NUMBERS), limit: pick([Infinity, 1, 2]) };
}

function randomWrite(pick: Random): WriteStep {
  const id = pick(IDS);
  return pick([true, true, true, false]) ? { kind: 'set', id, salt: pick(NUMBERS) } : { kind: 'delete', id };
}

/** The number that a program writes after it has read all this. */
export function numberToWrite(found: readonly Found[], salt: number): number {
  const sum = found.flat().reduce((total, [, number]) => total + number, salt);
  return (sum + found.flat().length) % NUMBERS.length;
}

/** What a read finds in the model. */
export function readFrom(state: State, step: ReadStep): Found {
  if (step.kind === 'get') {
    const number = state.get(step.id);
    return number === undefined ? [] : [[step.id, number]];
  }
  const matching = [...state].filter(([, number]) => number >= step.from);
  return matching.sort(([a, m], [b, n]) => m - n || a.localeCompare(b)).slice(0, step.limit);
}

function writeTo(state: State, writes: readonly WriteStep[], found: readonly Found[]): State {
  const next = new Map(state);
  for (const step of writes) {
    if (step.kind === 'delete') next.delete(step.id);
    else next.set(step.id, numberToWrite(found, step.salt));
  }
  return next;
}

/** A program that was run, and what its successful attempt found. */
export interface Ran {
  program: Program;
  found: readonly Found[];
}

/** Whether some order of the programs, one after the other, finds the same everywhere and ends in the same state. */
export function isSerialisable(before: State, ran: readonly Ran[], after: State): boolean {
  if (ran.length === 0) return sameEntries(before, after);
  return ran.some((first) => {
    const found = first.program.reads.map((step) => readFrom(before, step));
    if (!found.every((each, index) => sameEntries(each, first.found[index] ?? []))) return false;
    const next = writeTo(before, first.program.writes, found);
    return isSerialisable(
      next,
      ran.filter((other) => other !== first),
      after,
    );
  });
}

/** The entries of a state in the order of their ids; a result keeps the order it has. */
function sameEntries(a: State | Found, b: State | Found): boolean {
  const entriesOf = (entries: State | Found): unknown =>
    'get' in entries ? [...entries].sort(([x], [y]) => x.localeCompare(y)) : entries;
  return JSON.stringify(entriesOf(a)) === JSON.stringify(entriesOf(b));
}
