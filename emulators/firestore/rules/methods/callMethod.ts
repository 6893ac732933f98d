import { EvaluationError, isUnknown, undecided } from '../values/ruleValue.ts';
import type { RuleValue, TypeName } from '../values/ruleValue.ts';
import {
  listMethods,
  mapDiffMethods,
  mapMethods,
  partialMethods,
  setMethods,
  symbolicMethods,
} from './collectionMethods.ts';
import type { AnyMethod } from './methodTable.ts';
import { bytesMethods, latlngMethods, pathMethods } from './scalarMethods.ts';
import { stringMethods } from './stringMethods.ts';
import { durationMethods, timestampMethods } from './timeMethods.ts';

/** Each table takes values of its own type only, which `callMethod` sees to. */
const TABLES: Readonly<Partial<Record<TypeName, Readonly<Record<string, AnyMethod>>>>> = {
  string: stringMethods,
  list: listMethods,
  set: setMethods,
  map: mapMethods,
  map_diff: mapDiffMethods,
  partial: partialMethods,
  symbolic: symbolicMethods,
  timestamp: timestampMethods,
  duration: durationMethods,
  bytes: bytesMethods,
  latlng: latlngMethods,
  path: pathMethods,
};

/**
 * `self.name(args)`.
 * @throws EvaluationError when the type has no such method, or the method cannot answer.
 */
export function callMethod(self: RuleValue, name: string, args: RuleValue[]): RuleValue {
  const table = TABLES[self.type];
  const method = table && Object.hasOwn(table, name) ? table[name] : undefined;
  if (!method) {
    throw isUnknown(self) ? undecided(self) : new EvaluationError(`a ${self.type} has no method ${name}()`);
  }
  return method.call(self as never, args);
}

/** How many arguments the methods of this name take, over all types; empty when no type has one. */
export function aritiesOf(name: string): Set<number> {
  const arities = Object.values(TABLES).flatMap((table) => {
    const method = Object.hasOwn(table, name) ? table[name] : undefined;
    return method ? [method.arity] : [];
  });
  return new Set(arities);
}
