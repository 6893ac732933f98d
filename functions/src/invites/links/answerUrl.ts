/** The hand-over link of an answer: derived each time, so that no document holds it. */
import type { Written } from '../../contract/documents.ts';
import type { RepeatableAnswer } from '../../contract/serverDocuments.ts';
import { linkUrl } from './linkDocuments.ts';
import type { Deps } from '../../deps.ts';

/** @returns the same link for the same answer. */
export function answerUrl(
  deps: Pick<Deps, 'linkKeys' | 'frontendUrl'>,
  { keyId, nonce, tenantId, uid, generation }: Written<RepeatableAnswer>,
): string {
  return linkUrl(deps.linkKeys(), deps.frontendUrl(), {
    kind: 'handover',
    keyId,
    nonce,
    tenantId,
    uid,
    generation,
  });
}
