import { takeNextStage, type Detour, type Progress, type Typed, type WayInPorts } from './takeNextStage.ts';

/**
 * Walks from `from` to the end, one stage after the other.
 * @param report is told of every stage that was reached, so that the next try begins there
 * @param signal ends the walk before its next stage: the page was left, or shows another link
 * @returns how it ended; `asks` waits for the person's word at the stage that was reached, `left` is by the signal
 * @throws what a port threw
 */
export async function joinTenant(
  from: Progress,
  kind: 'mail' | 'handover',
  typed: Typed,
  ports: WayInPorts,
  report: (reached: Progress | Detour) => void,
  signal: AbortSignal,
): Promise<'done' | 'detour' | 'asks' | 'left'> {
  let progress = from;
  let redeemed = from.stage === 'redeem';
  while (progress.stage !== 'done') {
    const next = await takeNextStage(progress, kind, typed, ports);
    if (signal.aborted) return 'left';
    report(next);
    if (next.stage === 'detour') return 'detour';
    if (next.stage === 'reclaim') return 'asks';
    // A fresh code was spent at once: asking for another would go on for ever.
    if (next.stage === 'redeem' && redeemed) throw new Error('No reset code is taken.');
    redeemed ||= next.stage === 'redeem';
    progress = next;
  }
  return 'done';
}
