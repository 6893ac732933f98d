import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { Suspense } from 'react';
import type { PendingInviteDocument } from '../../../../../functions/src/contract/documents.ts';
import { lazyPart } from '../../../shared/connection/lazyPart.ts';
import { Loading } from '../../../shared/ui/Loading.tsx';
import { FormDialog } from '../../../shared/ui/FormDialog.tsx';
import { nameOf } from '../inviteWords.ts';
import type { InviteLink } from './useInviteLink.ts';

// It brings the QR code, which the list does without.
const InviteLinkBox = lazyPart(() => import('./InviteLinkBox.tsx'), 'InviteLinkBox');

interface CopyLinkDialogProps extends InviteLink {
  open: boolean;
  onClose: () => void;
}

/** The hand-over link of an invitation that was made earlier. */
export function CopyLinkDialog({ invite, link, error, createLink, open, onClose }: CopyLinkDialogProps) {
  if (!invite) return null;
  return (
    <FormDialog label={`Link for ${nameOf(invite)}`} open={open} onClose={onClose}>
      <Typography variant="h2" gutterBottom>
        Link for {nameOf(invite)}
      </Typography>
      <Typography sx={{ color: 'text.secondary', mb: 2.5 }}>
        Links you copied before still work, and so does the link in the email.
      </Typography>
      <LinkState invite={invite} link={link} error={error} createLink={createLink} />
      <Box sx={{ display: 'flex', justifyContent: 'flex-end', mt: 3 }}>
        <Button onClick={onClose}>Done</Button>
      </Box>
    </FormDialog>
  );
}

type LinkStateProps = Pick<CopyLinkDialogProps, 'link' | 'error' | 'createLink'> & {
  invite: PendingInviteDocument;
};

function LinkState({ invite, link, error, createLink }: LinkStateProps) {
  if (link) {
    return (
      <Suspense fallback={<Loading label="Creating the link" />}>
        <InviteLinkBox link={link.inviteLink} expiresAt={link.expiresAt} />
      </Suspense>
    );
  }
  if (!error) return <Loading label="Creating the link" />;
  return (
    <Alert
      severity="error"
      action={
        <Button color="inherit" onClick={() => createLink(invite)}>
          Try again
        </Button>
      }
    >
      {error}
    </Alert>
  );
}
