import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { useRef, useState, type SyntheticEvent } from 'react';
import { Link, useLocation, useNavigate } from 'react-router-dom';
import { useResetMail } from '../../shared/session/useResetMail.ts';
import { CardPage } from '../../shared/ui/CardPage.tsx';
import { EmailField } from '../../shared/ui/EmailField.tsx';
import { MailSent } from '../../shared/ui/MailSent.tsx';
import { PageHeading } from '../../shared/ui/PageHeading.tsx';
import { pagePaths } from '../../shared/pagePaths.ts';

/** Sends the mail that leads to a new password; it never tells whether there is such an account. */
export function ForgotPasswordPage() {
  const [email, setEmail] = useState('');
  const [mistake, setMistake] = useState<string | null>(null);
  const input = useRef<HTMLInputElement>(null);
  const { busy, problem, sentAt, send } = useResetMail();
  const navigate = useNavigate();
  // Whoever came from a page of ours goes back to it: an invitation is still open there.
  const isFirst = useLocation().key === 'default';
  const refusal = mistake ?? problem?.fields['email'] ?? null;

  const handleSubmit = (event: SyntheticEvent) => {
    event.preventDefault();
    const isEmpty = email.trim() === '';
    setMistake(isEmpty ? 'Fill in your email address.' : null);
    if (isEmpty) input.current?.focus();
    else send(email.trim());
  };

  return (
    <CardPage>
      <PageHeading lead="We mail you a link. Your old password works until you choose a new one.">
        Choose a new password
      </PageHeading>
      {sentAt === null ? (
        <Stack
          component="form"
          noValidate
          spacing={2.5}
          aria-label="Ask for the mail"
          onSubmit={handleSubmit}
        >
          {problem && !problem.fields['email'] && <Alert severity="error">{problem.message}</Alert>}
          <EmailField
            value={email}
            onChange={setEmail}
            error={refusal !== null}
            helperText={refusal}
            inputRef={input}
          />
          <Button type="submit" variant="contained" size="large" loading={busy}>
            Mail me a link
          </Button>
        </Stack>
      ) : (
        <Stack spacing={2.5}>
          {problem && <Alert severity="error">{problem.message}</Alert>}
          <MailSent sentAt={sentAt} busy={busy} onAgain={() => send(email.trim())}>
            If we know {email.trim()}, a mail is on its way. It can take a minute; look among the unwanted
            mail too. Its link works once, for an hour.
          </MailSent>
          <Typography variant="body2" sx={{ color: 'text.secondary' }}>
            No mail? Then it may be another address that was invited: ask the person who invited you.
          </Typography>
        </Stack>
      )}
      {isFirst ? (
        <Button fullWidth component={Link} to={pagePaths.signIn.getHref()} sx={{ mt: 2 }}>
          Go to the sign-in page
        </Button>
      ) : (
        <Button fullWidth onClick={() => void navigate(-1)} sx={{ mt: 2 }}>
          Back
        </Button>
      )}
    </CardPage>
  );
}
