import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import type { SyntheticEvent } from 'react';
import { Link, useLocation, useNavigate } from 'react-router-dom';
import { isSent, MailRequested } from '../../../shared/session/MailRequested.tsx';
import { useAddressField } from '../../../shared/session/useAddressField.ts';
import { useMailRequest } from '../../../shared/session/useMailRequest.ts';
import { CardPage } from '../../../shared/ui/CardPage.tsx';
import { EmailField } from '../../../shared/ui/EmailField.tsx';
import { PageHeading } from '../../../shared/ui/PageHeading.tsx';
import { pagePaths } from '../../../shared/routing/pagePaths.ts';

/** Sends the mail that leads to a new password; it never tells whether there is such an account. */
export function ForgotPasswordPage() {
  const request = useMailRequest('requestPasswordReset');
  const { loading, error, send } = request;
  const refusal = error?.fields['email'] ?? null;
  const address = useAddressField({ refusal });
  const navigate = useNavigate();
  // Whoever came from a page of ours goes back to it: an invitation is still open there.
  const isFirst = useLocation().key === 'default';

  const handleSubmit = (event: SyntheticEvent) => {
    event.preventDefault();
    const email = address.take();
    if (email !== null) send(email);
  };

  return (
    <CardPage>
      <PageHeading lead="We'll email you a link. Your current password works until you choose a new one.">
        Reset your password
      </PageHeading>
      {isSent(request) ? (
        <MailRequested request={request} />
      ) : (
        <Stack
          component="form"
          noValidate
          spacing={2.5}
          aria-label="Reset your password"
          onSubmit={handleSubmit}
        >
          {error && refusal === null && <Alert severity="error">{error.message}</Alert>}
          <EmailField {...address.field} />
          <Button type="submit" variant="contained" size="large" loading={loading}>
            Email me a link
          </Button>
        </Stack>
      )}
      {isFirst ? (
        <Button fullWidth component={Link} to={pagePaths.signIn.getHref()} sx={{ mt: 2 }}>
          Go to sign in
        </Button>
      ) : (
        <Button fullWidth onClick={() => void navigate(-1)} sx={{ mt: 2 }}>
          Back
        </Button>
      )}
    </CardPage>
  );
}
