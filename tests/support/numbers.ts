/** How the numbers of docs/performance.md are taken and printed. */

/** @returns what it took, in milliseconds. */
export async function timed(run: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await run();
  return performance.now() - start;
}

/** @returns what it took each time, one after the other. */
export async function timedOften(times: number, run: (index: number) => Promise<unknown>): Promise<number[]> {
  const taken: number[] = [];
  for (let index = 0; index < times; index += 1) taken.push(await timed(() => run(index)));
  return taken;
}

/** @returns the value that this share of all (0.5, 0.95) does not exceed, by the nearest rank. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const value = sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)];
  if (value === undefined) throw new Error('There are no values.');
  return value;
}

export function median(values: readonly number[]): number {
  return percentile(values, 0.5);
}

/** Prints one number, the same way everywhere. */
export function print(what: string, ...numbers: string[]): void {
  console.log(`${what}: ${numbers.join(', ')}`);
}

export function millis(value: number): string {
  return `${value.toFixed(1)} ms`;
}

export function ratio(value: number, floor: number): string {
  return `${(value / floor).toFixed(2)} ×`;
}
