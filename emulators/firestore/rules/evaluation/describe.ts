import type { RuleValue } from '../values/ruleValue.ts';

/** A value as `debug()` prints it. */
export function describe(value: RuleValue): string {
  switch (value.type) {
    case 'null':
      return 'null';
    case 'string':
      return JSON.stringify(value.value);
    case 'bytes':
      return `bytes(${value.value.toString('hex')})`;
    case 'timestamp':
    case 'duration':
      return `${value.type}(${value.nanos}ns)`;
    case 'latlng':
      return `latlng(${value.latitude}, ${value.longitude})`;
    case 'path':
      return `/${value.segments.join('/')}`;
    case 'list':
    case 'set':
      return `${value.type}[${value.items.map(describe).join(', ')}]`;
    case 'map':
      return describeEntries(value.entries);
    case 'map_diff':
      return `map_diff(${describeEntries(value.left)}, ${describeEntries(value.right)})`;
    case 'partial':
    case 'symbolic':
      return `${value.what} (not decided by the query)`;
    default:
      return String(value.value);
  }
}

function describeEntries(entries: Map<string, RuleValue>): string {
  return `{${[...entries].map(([key, value]) => `${key}: ${describe(value)}`).join(', ')}}`;
}
