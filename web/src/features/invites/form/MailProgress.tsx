import Typography from '@mui/material/Typography';
import { documentKeys } from '../../../../../functions/src/contract/documentKeys.ts';
import { useLiveDocument } from '../../../shared/firebase/useLiveDocument.ts';
import { isUndelivered, mailInWords } from '../inviteWords.ts';

interface MailProgressProps {
  tenantId: string;
  uid: string;
}

/** How the email of an invitation that was just sent fares, live. */
export function MailProgress({ tenantId, uid }: MailProgressProps) {
  const live = useLiveDocument(documentKeys.pendingInvite(tenantId, uid));
  const invite = live.state === 'loaded' ? live.document : null;
  return (
    <Typography
      role="status"
      sx={{ mt: 1, fontWeight: 600, color: invite && isUndelivered(invite) ? 'error.main' : 'text.primary' }}
    >
      {/* A line from the start: nothing moves when it is known. */}
      {invite ? `${mailInWords(invite)}.` : 'Sending the email.'}
    </Typography>
  );
}
