import { includes } from '../values/compare.ts';
import { EvaluationError, undecided } from '../values/ruleValue.ts';
import type { RuleValue } from '../values/ruleValue.ts';

/**
 * `key in map`, `item in list`, `item in set`.
 * @throws EvaluationError for what holds nothing, or what the query does not decide.
 */
export function isIn(item: RuleValue, container: RuleValue): boolean {
  switch (container.type) {
    case 'list':
    case 'set':
      return includes(container.items, item);
    case 'map':
    case 'partial':
      if (item.type !== 'string') throw new EvaluationError(`a map has no ${item.type} keys`);
      if (container.type === 'map') return container.entries.has(item.value);
      if (container.known.has(item.value)) return true;
      throw undecided(container);
    case 'symbolic':
      if (includes(container.contains, item)) return true;
      throw undecided(container);
    default:
      throw new EvaluationError(`nothing is in a ${container.type}`);
  }
}

const IS_TYPES = ['bool', 'bytes', 'duration', 'float', 'int', 'latlng', 'list', 'map', 'map_diff', 'number'];
/** The type names that `is` knows. There is no `is null`: compare with `== null`. */
export const TYPE_NAMES: readonly string[] = [...IS_TYPES, 'path', 'set', 'string', 'timestamp'];

/**
 * `operand is typeName`.
 * @throws EvaluationError when the query does not decide it.
 */
export function isOfType(operand: RuleValue, typeName: string): boolean {
  if (operand.type === 'partial') return typeName === 'map';
  if (operand.type !== 'symbolic') {
    return (
      operand.type === typeName ||
      (typeName === 'number' && (operand.type === 'int' || operand.type === 'float'))
    );
  }
  if (operand.kind === undefined) throw undecided(operand);
  if (operand.kind === 'number' && (typeName === 'int' || typeName === 'float')) throw undecided(operand);
  return operand.kind === typeName;
}
