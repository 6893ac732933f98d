/** Cloud Functions gives a secret to the functions that declare it, and to no other: one process has to make believe. */
import { AsyncLocalStorage } from 'node:async_hooks';
import type { DeployedFunction } from './deployedFunctions.ts';

const running = new AsyncLocalStorage<ReadonlySet<string>>();

/** Hides `secrets` in this process's environment from all code but that of functions that declare them. */
export function hideSecrets(secrets: ReadonlySet<string>): void {
  process.env = new Proxy(process.env, {
    get(environment, name: string) {
      if (secrets.has(name) && !running.getStore()?.has(name)) return undefined;
      return environment[name];
    },
  });
}

/** Runs code of a function, which sees the secrets that it declares. */
export function withSecretsOf<Result>({ endpoint }: DeployedFunction, run: () => Result): Result {
  return running.run(new Set(endpoint.secretEnvironmentVariables?.map(({ key }) => key)), run);
}
