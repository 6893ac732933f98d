/** Ways in which a program of ours is asked to end. */

/**
 * Resolves when somebody wants the end: Ctrl-C, SIGTERM, a closed terminal, or the end of the program that started this
 * one (bootstrap.mjs, over its channel). Asking again changes nothing: the end takes a few seconds at most.
 */
export function untilStopped(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => resolve());
    process.once('disconnect', () => resolve());
    process.channel?.unref();
  });
}
