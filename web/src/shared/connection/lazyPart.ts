import { lazy, type ComponentType, type LazyExoticComponent } from 'react';
import { loadPatiently } from './loadPatiently.ts';

/**
 * @param load imports the file of a component that few people see at once
 * @param name what the file exports it as
 * @returns the component, fetched when it is shown first; a Suspense above it stands in until then
 */
export function lazyPart<Name extends string, Props>(
  load: () => Promise<Record<Name, ComponentType<Props>>>,
  name: Name,
): LazyExoticComponent<ComponentType<Props>> {
  return lazy(async () => ({ default: (await loadPatiently(load))[name] }));
}
