import Typography from '@mui/material/Typography';
import { RESEND_COOLDOWN_MINUTES, RESENDS_MAX } from '../../../../../functions/src/contract/limits.ts';
import { nextResendAt } from '../../../../../functions/src/domain/resends.ts';
import { useCallable } from '../../../shared/callable/useCallable.ts';
import { useNow } from '../../../shared/hooks/useNow.ts';
import { useToast } from '../../../shared/ui/ToastContext.ts';
import { durationInWords } from '../../../shared/words/timeInWords.ts';
import { nameOf } from '../inviteWords.ts';
import { ActionForm } from './ActionForm.tsx';
import type { ActionFormOf } from './actionForms.ts';

/** Sends the invitation once more, with new links and a new end. Says before when that is possible, and how often. */
export function ResendForm({ invite, onClose }: ActionFormOf) {
  const { tenantId, uid, email } = invite;
  const { run, loading, error } = useCallable('resendInvite');
  const showToast = useToast();
  const now = useNow(1000);
  const next = nextResendAt(invite);
  const waitSeconds = next === null ? 0 : Math.ceil((next - now) / 1000);

  const handleConfirm = async () => {
    if (!(await run({ tenantId, uid }))) return;
    showToast(`The invitation is on its way to ${email}.`);
    onClose();
  };
  return (
    <ActionForm
      title={`Resend the invitation to ${nameOf(invite)}?`}
      confirm="Resend invitation"
      disabled={next === null || waitSeconds > 0}
      loading={loading}
      error={error}
      onConfirm={() => void handleConfirm()}
      onCancel={onClose}
    >
      <Typography sx={{ overflowWrap: 'anywhere' }}>
        We email a new link to <strong>{email}</strong>. Links sent or copied before stop working, and the
        time until it expires starts again.
      </Typography>
      <Typography sx={{ color: 'text.secondary', mt: 1 }}>
        {limitInWords(invite.resends.count, next === null ? null : waitSeconds)}
      </Typography>
    </ActionForm>
  );
}

/** @param waitSeconds zero or less: it can be sent now; null: it was sent often enough */
function limitInWords(count: number, waitSeconds: number | null): string {
  if (waitSeconds === null) {
    return `It was resent ${RESENDS_MAX} times already. Copy its link and send it yourself, or check the address.`;
  }
  if (waitSeconds > 0) return `You can resend it in ${durationInWords(waitSeconds)}.`;
  const left = RESENDS_MAX - count;
  return left === 1
    ? 'This is the last time you can resend it.'
    : `You can resend it ${left} more times, ${RESEND_COOLDOWN_MINUTES} minutes apart.`;
}
