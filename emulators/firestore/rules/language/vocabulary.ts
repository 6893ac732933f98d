/** The words that rules may use without declaring them. */
import { DOCUMENT_FUNCTIONS } from '../evaluation/documentFunctions.ts';
import { CONVERSIONS, NAMESPACES } from '../methods/globalFunctions.ts';

const GLOBAL_VARIABLES = ['request', 'resource'];
const RESOURCE_PROPERTIES = ['data', 'id', '__name__'];

/**
 * The properties that a path of names from a global variable can have; other values have any. The reference names
 * `request.query.orderBy` too, but not its form, so no rule can rely on it here.
 */
const PROPERTIES: Readonly<Record<string, readonly string[]>> = {
  request: ['auth', 'method', 'path', 'query', 'resource', 'time'],
  'request.auth': ['uid', 'token'],
  'request.query': ['limit', 'offset'],
  'request.resource': RESOURCE_PROPERTIES,
  resource: RESOURCE_PROPERTIES,
};

/** `request` and `resource`, which nothing else may be called. */
export const isGlobalVariable = (name: string): boolean => GLOBAL_VARIABLES.includes(name);

export const isNamespace = (name: string): boolean => Object.hasOwn(NAMESPACES, name);

export const isBuiltIn = (name: string): boolean => builtInArity(name) !== undefined;

/** How many arguments a function of the language takes; undefined where there is none of that name. */
export function builtInArity(name: string): number | undefined {
  if (name === 'debug' || Object.hasOwn(DOCUMENT_FUNCTIONS, name)) return 1;
  return Object.hasOwn(CONVERSIONS, name) ? CONVERSIONS[name]?.arity : undefined;
}

/** How many arguments `namespace.name()` takes; undefined where there is none. */
export function namespaceArity(namespace: string, name: string): number | undefined {
  const functions = NAMESPACES[namespace];
  return functions && Object.hasOwn(functions, name) ? functions[name]?.arity : undefined;
}

/** Whether `owner.name` can be; `owner` is a path of names such as `request.auth`. */
export function canHaveProperty(owner: string, name: string): boolean {
  const properties = Object.hasOwn(PROPERTIES, owner) ? PROPERTIES[owner] : undefined;
  return properties === undefined || properties.includes(name);
}
