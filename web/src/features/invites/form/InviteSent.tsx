import MarkEmailReadOutlined from '@mui/icons-material/MarkEmailReadOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useEffect, useRef } from 'react';
import { InviteLinkBox } from '../link/InviteLinkBox.tsx';
import type { InviteFormValues } from './inviteFormSchema.ts';
import type { InviteResult } from './withPreset.ts';

interface InviteSentProps {
  sent: InviteFormValues;
  result: InviteResult;
  onAnother: () => void;
  onDone?: (() => void) | undefined;
}

/** What happened, in words, and the link to hand over. */
export function InviteSent({ sent, result, onAnother, onDone }: InviteSentProps) {
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
        The mail to <strong>{sent.email}</strong> is on its way. {wayInWords(sent, result)}
      </Typography>
      <Typography sx={{ mt: 1, mb: 2.5, color: 'text.secondary' }}>
        {result.claimsApplied
          ? `Their role, ${sent.desiredRole}, is prepared, and waits for their yes.`
          : `They become ${sent.desiredRole} as soon as they accept.`}
      </Typography>
      <InviteLinkBox link={result.inviteLink} expiresAt={result.expiresAt} />
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1.5, mt: 3, justifyContent: 'flex-end' }}>
        {onDone && <Button onClick={onDone}>Done</Button>}
        <Button variant="contained" onClick={onAnother}>
          Invite another
        </Button>
      </Box>
    </Box>
  );
}

function wayInWords({ withoutPassword }: InviteFormValues, { userExists }: InviteResult): string {
  if (userExists) return 'This person has an account already: they sign in with it, and accept.';
  if (withoutPassword) return 'They come in by its link, without a password.';
  return 'Its link lets them choose a password and come in.';
}
