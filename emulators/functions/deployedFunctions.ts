/** The staged functions, loaded as they are deployed: each with modules, and so with a memory, of its own. */
import { cp, rm } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { RequestHandler } from 'express';

/** What firebase-functions writes beside a handler for `firebase deploy` (its manifest, v1alpha1), as far as it is read. */
export interface Endpoint {
  secretEnvironmentVariables?: { key: string }[];
  taskQueueTrigger?: { retryConfig: Record<string, unknown>; rateLimits: Record<string, unknown> };
  scheduleTrigger?: { schedule: unknown };
}

export interface DeployedFunction {
  name: string;
  endpoint: Endpoint;
  handle: RequestHandler;
}

type Exported = RequestHandler & { __endpoint: Endpoint };

/**
 * Copies the bundle once for each function, so that none sees what another has loaded or remembers.
 *
 * @param source where the staged functions are, with lib/index.js and package.json
 * @param target an empty folder for the copies, inside of the repository, whose packages they need
 * @returns every export of lib/index.js, by its deployed name
 */
export async function loadDeployedFunctions(
  source: string,
  target: string,
): Promise<Map<string, DeployedFunction>> {
  await rm(target, { recursive: true, force: true });
  const names = Object.keys(await importCopy(source, target, 'names'));
  const loaded = await Promise.all(
    names.map(async (name) => {
      const exported = (await importCopy(source, target, name))[name];
      if (!exported) throw new Error(`${name} is not exported any more.`);
      return { name, endpoint: exported.__endpoint, handle: exported } satisfies DeployedFunction;
    }),
  );
  return new Map(loaded.map((each) => [each.name, each]));
}

async function importCopy(source: string, target: string, name: string): Promise<Record<string, Exported>> {
  const copy = path.join(target, name);
  await cp(path.join(source, 'lib'), path.join(copy, 'lib'), {
    recursive: true,
    filter: (file) => !file.endsWith('.map'),
  });
  await cp(path.join(source, 'package.json'), path.join(copy, 'package.json'));
  return (await import(pathToFileURL(path.join(copy, 'lib/index.js')).href)) as Record<string, Exported>;
}
