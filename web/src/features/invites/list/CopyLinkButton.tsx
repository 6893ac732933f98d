import Button from '@mui/material/Button';
import type { PendingInviteDocument } from '../../../../../functions/src/contract/documents.ts';
import { isOpen } from '../../../../../functions/src/domain/inviteStatus.ts';
import { nameOf } from '../inviteWords.ts';

interface CopyLinkButtonProps {
  invite: PendingInviteDocument;
  now: number;
  onCopyLink: (invite: PendingInviteDocument) => void;
}

/** Only an invitation that still waits has a link. */
export function CopyLinkButton({ invite, now, onCopyLink }: CopyLinkButtonProps) {
  if (!isOpen(invite, new Date(now))) return null;
  return (
    <Button
      sx={{ px: 1.25 }}
      aria-label={`Copy link for ${nameOf(invite)}`}
      onClick={() => onCopyLink(invite)}
    >
      Copy link
    </Button>
  );
}
