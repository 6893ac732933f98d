import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useEffect, useState } from 'react';
import { useCallable } from '../../../shared/callable/useCallable.ts';
import { Loading } from '../../../shared/ui/Loading.tsx';
import { Message } from '../../../shared/ui/Message.tsx';
import { InviteLinkBox } from '../link/InviteLinkBox.tsx';
import { nameOf } from '../inviteWords.ts';
import { ActionForm } from './ActionForm.tsx';
import type { ActionFormOf } from './actionForms.ts';

/** The link to hand over: the one that there is, which stays as it is, or a new one that ends it. */
export function LinkForm({ invite, onClose }: ActionFormOf) {
  const { tenantId, uid } = invite;
  const [asksForNew, setAsksForNew] = useState(false);
  const { run, loading, error, result } = useCallable('createInviteLink', { hasPlaceholder: true });
  useEffect(() => void run({ tenantId, uid }), [run, tenantId, uid]);

  const handleNew = async () => {
    if (await run({ tenantId, uid, fresh: true })) setAsksForNew(false);
  };
  if (asksForNew) {
    return (
      <ActionForm
        title="Create a new link?"
        confirm="Create new link"
        loading={loading}
        error={error}
        onConfirm={() => void handleNew()}
        onCancel={() => setAsksForNew(false)}
      >
        <Typography>
          Links you copied before stop working. The link in the email still works. Do this if a link got into
          the wrong hands.
        </Typography>
      </ActionForm>
    );
  }
  return (
    <>
      <Typography variant="h2" gutterBottom>
        Link for {nameOf(invite)}
      </Typography>
      {error && (
        <Message
          title="There is no link"
          action={
            <Button variant="contained" onClick={() => void run({ tenantId, uid })}>
              Try again
            </Button>
          }
        >
          <span role="alert">{error.message}</span>
        </Message>
      )}
      {!error && !result && <Loading label="Getting the link" />}
      {result && (
        <>
          <Typography sx={{ color: 'text.secondary', mb: 2.5 }}>
            Links you copied before still work, and so does the link in the email.
          </Typography>
          <InviteLinkBox link={result.inviteLink} expiresAt={result.expiresAt} />
        </>
      )}
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1.5, justifyContent: 'flex-end', mt: 3 }}>
        {result && <Button onClick={() => setAsksForNew(true)}>Create a new link</Button>}
        <Button variant="outlined" onClick={onClose}>
          Done
        </Button>
      </Box>
    </>
  );
}
