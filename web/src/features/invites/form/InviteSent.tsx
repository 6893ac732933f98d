import MarkEmailReadOutlined from '@mui/icons-material/MarkEmailReadOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useEffect, useRef } from 'react';
import { withArticle } from '../../../../../functions/src/contract/roleWords.ts';
import { MailProgress } from './MailProgress.tsx';
import { InviteLinkBox } from '../link/InviteLinkBox.tsx';
import type { InviteFormValues } from './inviteFormSchema.ts';
import type { InviteResult } from './withPreset.ts';

interface InviteSentProps {
  tenantId: string;
  sent: InviteFormValues;
  result: InviteResult;
  onAnother: () => void;
  onDone?: (() => void) | undefined;
}

/** What happened, in words, and the link to hand over. */
export function InviteSent({ tenantId, sent, result, onAnother, onDone }: InviteSentProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);

  return (
    <Box>
      <Box sx={{ display: 'flex', gap: 1.5, alignItems: 'center', mb: 1 }}>
        <MarkEmailReadOutlined color="success" aria-hidden fontSize="large" />
        <Typography ref={heading} variant="h2" tabIndex={-1}>
          {sent.firstName} is invited
        </Typography>
      </Box>
      <Typography>
        We're emailing the invitation to <strong>{sent.email}</strong>. {wayInWords(sent, result)}
      </Typography>
      <MailProgress tenantId={tenantId} uid={result.uid} />
      <Typography sx={{ mt: 1, mb: 2.5, color: 'text.secondary' }}>
        They become {withArticle(sent.desiredRole)} when they accept.
      </Typography>
      <InviteLinkBox link={result.inviteLink} expiresAt={result.expiresAt} />
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1.5, mt: 3, justifyContent: 'flex-end' }}>
        {onDone && <Button onClick={onDone}>Done</Button>}
        <Button variant="outlined" onClick={onAnother}>
          Invite another
        </Button>
      </Box>
    </Box>
  );
}

function wayInWords({ withoutPassword }: InviteFormValues, { userExists }: InviteResult): string {
  if (userExists) return 'They already have an account. They sign in and accept.';
  if (withoutPassword) return 'They join with the link in it. No password needed.';
  return 'They open the link, choose a password and join.';
}
