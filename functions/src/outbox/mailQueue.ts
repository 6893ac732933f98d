/** The queues of the task functions `deliverMail` and `deliverReset`. */
import { enqueueOnce } from '../platform/enqueueOnce.ts';
import type { MailQueue, MailTask } from './delivery.ts';

export const mailQueue: MailQueue = {
  enqueueMail({ tenantId, uid, inviteId, generation }, send) {
    const payload: MailTask = { tenantId, uid, inviteId, generation };
    return enqueueOnce('deliverMail', { ...payload }, { parts: [tenantId, uid, inviteId, generation, send] });
  },
  enqueueRecovery: ({ uid, nonce, wants }) =>
    enqueueOnce('deliverReset', { uid, nonce, wants }, { parts: [uid, nonce] }),
};
