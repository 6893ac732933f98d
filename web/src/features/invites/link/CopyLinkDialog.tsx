import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import type { PendingInviteDocument } from '../../../../../functions/src/contract/documents.ts';
import { Loading } from '../../../shared/ui/Loading.tsx';
import { FormDialog } from '../../../shared/ui/FormDialog.tsx';
import { InviteLinkBox } from './InviteLinkBox.tsx';
import { nameOf } from '../inviteWords.ts';
import type { InviteLink } from './useInviteLink.ts';

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
        This is a new link. Links you copied before no longer work. The link in the email still works.
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
  if (link) return <InviteLinkBox link={link.inviteLink} expiresAt={link.expiresAt} />;
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
