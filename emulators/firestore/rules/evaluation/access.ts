import { EvaluationError, isUnknown, list, string, undecided } from '../values/ruleValue.ts';
import type { RuleValue } from '../values/ruleValue.ts';

/**
 * `object[index]`: a key of a map, an item of a list or path, a character of a string.
 * @throws EvaluationError when there is none.
 */
export function indexOf(object: RuleValue, index: RuleValue): RuleValue {
  if (index.type === 'string') return memberOf(object, index.value);
  if (index.type === 'int') {
    const item = sequenceOf(object)[Number(index.value)];
    if (item !== undefined) return item;
  }
  throw new EvaluationError(`a ${object.type} has no item at this ${index.type}`);
}

/**
 * `object[from:to]`, `to` not included.
 * @throws EvaluationError when the range is not inside the list or string.
 */
export function rangeOf(object: RuleValue, from: RuleValue, to: RuleValue): RuleValue {
  const items = sequenceOf(object);
  if (from.type !== 'int' || to.type !== 'int')
    throw new EvaluationError('a range goes from an int to an int');
  if (from.value < 0 || to.value < from.value || to.value > items.length) {
    throw new EvaluationError(`the range ${from.value}:${to.value} is outside of the ${object.type}`);
  }
  const part = items.slice(Number(from.value), Number(to.value));
  return object.type === 'list'
    ? list(part)
    : string(part.map((item) => (item.type === 'string' ? item.value : '')).join(''));
}

function sequenceOf(object: RuleValue): RuleValue[] {
  if (object.type === 'list') return object.items;
  if (object.type === 'path') return object.segments.map(string);
  if (object.type === 'string') return Array.from(object.value, string);
  throw isUnknown(object) ? undecided(object) : new EvaluationError(`a ${object.type} has no items`);
}

/**
 * `object.name`.
 * @throws EvaluationError for a key that is not there, or that the query does not decide.
 */
export function memberOf(object: RuleValue, name: string): RuleValue {
  if (object.type === 'map') {
    const value = object.entries.get(name);
    if (value === undefined) throw new EvaluationError(`property ${name} is undefined on object`);
    return value;
  }
  if (object.type === 'partial') {
    const value = object.known.get(name);
    if (value === undefined) throw new EvaluationError(`${object.what}.${name} is not decided by the query`);
    return value;
  }
  if (object.type === 'symbolic') throw undecided(object);
  throw new EvaluationError(
    object.type === 'null' ? 'null value error' : `a ${object.type} has no property ${name}`,
  );
}
