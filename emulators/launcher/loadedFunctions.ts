/** What the Functions emulator found: it starts happily without the functions that it could not load. */
import { HOST, type SuitePlan } from '../plan/suitePlan.ts';

export interface LoadedFunction {
  name: string;
  /** Of a scheduled function: such as `every 5 minutes`. */
  schedule: string | undefined;
}

/** What we read of the answer (firebase-tools 15, functionsEmulator.js). */
interface Backends {
  backends: { functionTriggers: { entryPoint: string; schedule?: { schedule?: string } }[] }[];
}

/** @returns all functions that the running emulator of this suite has loaded. */
export async function loadedFunctions(plan: SuitePlan): Promise<LoadedFunction[]> {
  const response = await fetch(`http://${HOST}:${plan.ports.functions}/backends`);
  const { backends } = (await response.json()) as Backends;
  return backends.flatMap(({ functionTriggers }) =>
    functionTriggers.map(({ entryPoint, schedule }) => ({ name: entryPoint, schedule: schedule?.schedule })),
  );
}
