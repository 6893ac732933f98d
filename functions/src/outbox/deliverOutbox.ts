/** What the task `deliverOutbox` does: sends one thing of the outbox, if it still is to be sent. */
import * as z from 'zod';
import { describeError } from '../platform/log.ts';
import { claimWork, type ClaimedMail } from './claimWork.ts';
import type { OutboxDeps } from './outboxDeps.ts';
import type { SmtpAnswer } from './outgoingMail.ts';
import { OUTBOX_RETRY } from './outboxTimes.ts';
import { queueOutbox } from './outboxWork.ts';
import { recordOutcome, type Outcome } from './recordOutcome.ts';
import { brokenWordOf } from './brokenWordOf.ts';

export const outboxTaskSchema = z.strictObject({ id: z.string().regex(/^[0-9a-f]{64}$/) });

/**
 * However often the task is run, at most one mail goes out, except where the server's answer was lost: then the same
 * mail may arrive twice.
 * @throws to be run again.
 */
export async function deliverOutbox(
  deps: OutboxDeps,
  { id }: z.output<typeof outboxTaskSchema>,
  { retryCount }: { retryCount: number },
): Promise<void> {
  const claim = await claimWork(deps, id);
  switch (claim.kind) {
    case 'busy':
      throw new Error('Another run is sending this.');
    case 'over':
      deps.log.info('outbox.over', { id, reason: claim.reason });
      return;
    case 'instead':
      deps.log.info('outbox.instead', { id, work: claim.work.id });
      return queueOutbox(deps, claim.work);
    case 'claimed':
      return send(deps, claim, retryCount + 1 >= OUTBOX_RETRY.maxAttempts);
  }
}

async function send(deps: OutboxDeps, claim: ClaimedMail, isLastTry: boolean): Promise<void> {
  const outcome = outcomeOf(await trySending(deps, claim), isLastTry);
  deps.log.info(`outbox.${outcome.state}`, { id: claim.id, attempts: claim.attempts });
  await recordOutcome(deps, claim, outcome);
  if (outcome.state === 'deferred') throw new Error('The mail was not taken yet.');
}

function outcomeOf(answer: SmtpAnswer, isLastTry: boolean): Outcome {
  if (answer.taken) return { state: 'sent' };
  return { state: answer.permanent || isLastTry ? 'failed' : 'deferred', error: answer.words };
}

/** @returns also what kept us from asking the server at all, as an answer that may be better next time. */
async function trySending(deps: OutboxDeps, { id, to, render }: ClaimedMail): Promise<SmtpAnswer> {
  try {
    const rendered = await render();
    if ('undeliverable' in rendered) return refused(rendered.undeliverable);
    const broken = await brokenWordOf(rendered);
    if (broken !== undefined) {
      deps.log.error('outbox.broken_words', { id, broken });
      return refused('We could not write this email.');
    }
    const { withoutTyped: _, ...mail } = rendered;
    return await deps.sendMail({ to, messageKey: id, ...mail });
  } catch (thrown) {
    deps.log.error('outbox.not_tried', { id, error: describeError(thrown) });
    return { taken: false, permanent: false, words: 'Our mail service did not work.' };
  }
}

function refused(words: string): SmtpAnswer {
  return { taken: false, permanent: true, words };
}
