import { equals, includes } from '../values/compare.ts';
import { bool, EvaluationError, int, isUnknown, list, string, undecided } from '../values/ruleValue.ts';
import type { RuleValue } from '../values/ruleValue.ts';
import { anyArgument, argument } from './methodTable.ts';
import type { MethodTable } from './methodTable.ts';

const all = (items: RuleValue[], wanted: RuleValue[]) => bool(wanted.every((item) => includes(items, item)));
const any = (items: RuleValue[], wanted: RuleValue[]) => bool(wanted.some((item) => includes(items, item)));
const only = (items: RuleValue[], wanted: RuleValue[]) => all(wanted, items);

/** Equal elements once, the first of them. */
function unique(items: RuleValue[]): RuleValue {
  const kept: RuleValue[] = [];
  for (const item of items) if (!includes(kept, item)) kept.push(item);
  return { type: 'set', items: kept };
}

/** firebase.google.com/docs/reference/rules/rules.List */
export const listMethods: MethodTable<'list'> = {
  size: { arity: 0, call: ({ items }) => int(items.length) },
  toSet: { arity: 0, call: ({ items }) => unique(items) },
  concat: { arity: 1, call: ({ items }, args) => list([...items, ...argument(args, 0, 'list').items]) },
  hasAll: { arity: 1, call: ({ items }, args) => all(items, argument(args, 0, 'list').items) },
  hasAny: { arity: 1, call: ({ items }, args) => any(items, argument(args, 0, 'list').items) },
  hasOnly: { arity: 1, call: ({ items }, args) => only(items, argument(args, 0, 'list').items) },
  join: {
    arity: 1,
    call: ({ items }, args) =>
      string(
        items.map((_, at) => argument(items, at, 'string').value).join(argument(args, 0, 'string').value),
      ),
  },
  removeAll: {
    arity: 1,
    call: ({ items }, args) => {
      const removed = argument(args, 0, 'list').items;
      return list(items.filter((item) => !includes(removed, item)));
    },
  },
};

const operand = (args: RuleValue[]) => argument(args, 0, 'set', 'list').items;

/** firebase.google.com/docs/reference/rules/rules.Set */
export const setMethods: MethodTable<'set'> = {
  size: { arity: 0, call: ({ items }) => int(items.length) },
  hasAll: { arity: 1, call: ({ items }, args) => all(items, operand(args)) },
  hasAny: { arity: 1, call: ({ items }, args) => any(items, operand(args)) },
  hasOnly: { arity: 1, call: ({ items }, args) => only(items, operand(args)) },
  union: { arity: 1, call: ({ items }, args) => unique([...items, ...argument(args, 0, 'set').items]) },
  intersection: {
    arity: 1,
    call: ({ items }, args) => {
      const kept = argument(args, 0, 'set').items;
      return { type: 'set', items: items.filter((item) => includes(kept, item)) };
    },
  },
  difference: {
    arity: 1,
    call: ({ items }, args) => {
      const removed = argument(args, 0, 'set').items;
      return { type: 'set', items: items.filter((item) => !includes(removed, item)) };
    },
  },
};

/** firebase.google.com/docs/reference/rules/rules.Map */
export const mapMethods: MethodTable<'map'> = {
  size: { arity: 0, call: ({ entries }) => int(entries.size) },
  keys: { arity: 0, call: ({ entries }) => list([...entries.keys()].map(string)) },
  values: { arity: 0, call: ({ entries }) => list([...entries.values()]) },
  get: { arity: 2, call: (self, args) => getFrom(self, args) },
  diff: {
    arity: 1,
    call: ({ entries }, args) => ({
      type: 'map_diff',
      left: entries,
      right: argument(args, 0, 'map').entries,
    }),
  },
};

/** What is known of a map, as far as a query decides it. */
export const partialMethods: MethodTable<'partial'> = {
  get: { arity: 2, call: (self, args) => getFrom(self, args) },
};

/** An array that a query with array-contains tells something about. */
export const symbolicMethods: MethodTable<'symbolic'> = {
  hasAny: {
    arity: 1,
    call: (self, args) => provenBy(self, any(self.contains, argument(args, 0, 'list').items)),
  },
  hasAll: {
    arity: 1,
    call: (self, args) => {
      if (self.kind !== 'list') throw undecided(self);
      return provenBy(self, all(self.contains, argument(args, 0, 'list').items));
    },
  },
};

function provenBy(self: RuleValue & { type: 'symbolic' }, outcome: RuleValue): RuleValue {
  if (equals(outcome, bool(true))) return outcome;
  throw undecided(self);
}

/** `map.get(key, default)`; a list of keys walks nested maps. */
function getFrom(self: RuleValue, args: RuleValue[]): RuleValue {
  const key = argument(args, 0, 'string', 'list');
  const keys = key.type === 'string' ? [key] : key.items;
  if (keys.length === 0) throw new EvaluationError('get() needs at least one key');
  let value = self;
  for (const at of keys.keys()) {
    const next = entryOf(value, argument(keys, at, 'string').value);
    if (next === undefined) return anyArgument(args, 1);
    value = next;
  }
  return value;
}

/** Undefined where the map surely lacks the key. */
function entryOf(container: RuleValue, key: string): RuleValue | undefined {
  if (container.type === 'map') return container.entries.get(key);
  if (container.type === 'partial') {
    const known = container.known.get(key);
    if (known === undefined)
      throw new EvaluationError(`${container.what}.${key} is not decided by the query`);
    return known;
  }
  throw isUnknown(container) ? undecided(container) : new EvaluationError(`a ${container.type} has no keys`);
}

type Diff = RuleValue & { type: 'map_diff' };
const keySet = (keys: Iterable<string>): RuleValue => ({ type: 'set', items: Array.from(keys, string) });
const added = ({ left, right }: Diff) => [...left.keys()].filter((key) => !right.has(key));
const removed = ({ left, right }: Diff) => [...right.keys()].filter((key) => !left.has(key));

function shared({ left, right }: Diff, wantEqual: boolean): string[] {
  return [...left].flatMap(([key, value]) => {
    const other = right.get(key);
    return other !== undefined && equals(value, other) === wantEqual ? [key] : [];
  });
}

/** firebase.google.com/docs/reference/rules/rules.MapDiff */
export const mapDiffMethods: MethodTable<'map_diff'> = {
  addedKeys: { arity: 0, call: (diff) => keySet(added(diff)) },
  removedKeys: { arity: 0, call: (diff) => keySet(removed(diff)) },
  changedKeys: { arity: 0, call: (diff) => keySet(shared(diff, false)) },
  unchangedKeys: { arity: 0, call: (diff) => keySet(shared(diff, true)) },
  affectedKeys: {
    arity: 0,
    call: (diff) => keySet([...added(diff), ...removed(diff), ...shared(diff, false)]),
  },
};
