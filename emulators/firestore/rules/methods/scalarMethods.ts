import { EvaluationError, float, int, path, string } from '../values/ruleValue.ts';
import type { RuleValue } from '../values/ruleValue.ts';
import { argument } from './methodTable.ts';
import type { GlobalFunction, MethodTable } from './methodTable.ts';

/** firebase.google.com/docs/reference/rules/rules.Bytes */
export const bytesMethods: MethodTable<'bytes'> = {
  size: { arity: 0, call: ({ value }) => int(value.length) },
  toBase64: { arity: 0, call: ({ value }) => string(value.toString('base64')) },
  toHexString: { arity: 0, call: ({ value }) => string(value.toString('hex')) },
};

const EARTH_RADIUS_METRES = 6_371_010;
const radians = (degrees: number) => (degrees * Math.PI) / 180;

/** Great-circle distance in metres (haversine). */
function distance(from: RuleValue & { type: 'latlng' }, to: RuleValue & { type: 'latlng' }): number {
  const [a, b] = [radians(from.latitude), radians(to.latitude)];
  const half = Math.sin((b - a) / 2) ** 2;
  const across = Math.cos(a) * Math.cos(b) * Math.sin(radians(to.longitude - from.longitude) / 2) ** 2;
  return 2 * EARTH_RADIUS_METRES * Math.asin(Math.sqrt(half + across));
}

/** firebase.google.com/docs/reference/rules/rules.LatLng */
export const latlngMethods: MethodTable<'latlng'> = {
  latitude: { arity: 0, call: ({ latitude }) => float(latitude) },
  longitude: { arity: 0, call: ({ longitude }) => float(longitude) },
  distance: { arity: 1, call: (self, args) => float(distance(self, argument(args, 0, 'latlng'))) },
};

const BINDING = { open: '$(', close: ')' };

/** firebase.google.com/docs/reference/rules/rules.Path: `bind` fills the `$(name)` of a path made by `path()`. */
export const pathMethods: MethodTable<'path'> = {
  bind: {
    arity: 1,
    call: ({ segments }, args) => {
      const { entries } = argument(args, 0, 'map');
      return path(segments.map((segment) => boundSegment(segment, entries)));
    },
  },
};

function boundSegment(segment: string, entries: Map<string, RuleValue>): string {
  if (!segment.startsWith(BINDING.open) || !segment.endsWith(BINDING.close)) return segment;
  const value = entries.get(segment.slice(BINDING.open.length, -BINDING.close.length));
  if (value?.type !== 'string') throw new EvaluationError(`nothing to bind to ${segment}`);
  return value.value;
}

/** firebase.google.com/docs/reference/rules/rules.latlng_ */
export const latlngFunctions: Readonly<Record<string, GlobalFunction>> = {
  value: {
    arity: 2,
    call: (args) => {
      const latitude = Number(argument(args, 0, 'int', 'float').value);
      const longitude = Number(argument(args, 1, 'int', 'float').value);
      if (!(Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180)) {
        throw new EvaluationError('there is no such latitude or longitude');
      }
      return { type: 'latlng', latitude, longitude };
    },
  },
};
