import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { Link } from 'react-router-dom';
import { pagePaths } from '../../../shared/routing/pagePaths.ts';
import { deadLinkWords } from './deadLinkWords.ts';
import type { DeadStatus, Invite } from '../redeem/redeemReducer.ts';
import { ScreenHeading } from '../../../shared/ui/ScreenHeading.tsx';

interface DeadLinkProps {
  status: DeadStatus;
  invite: Invite | null;
  /** The invited person is signed in. */
  signedIn: boolean;
}

/** A link that leads nowhere any more: exactly why, and what to do next. */
export function DeadLink({ status, invite, signedIn }: DeadLinkProps) {
  const { title, what, next } = deadLinkWords(status, invite);
  const tenantPath = invite ? pagePaths.tenant.getHref(invite.tenantId) : undefined;

  return (
    <>
      <ScreenHeading>{title}</ScreenHeading>
      <Typography sx={{ mt: 1.5, overflowWrap: 'anywhere' }}>{what}</Typography>
      {status === 'accepted' && signedIn && invite && tenantPath ? (
        <Button variant="contained" size="large" fullWidth component={Link} to={tenantPath} sx={{ mt: 3 }}>
          Open {invite.tenantName}
        </Button>
      ) : (
        <Typography sx={{ mt: 1.5, overflowWrap: 'anywhere' }}>{next}</Typography>
      )}
      {status === 'accepted' && !signedIn && (
        <Button
          variant="contained"
          size="large"
          fullWidth
          component={Link}
          to={pagePaths.signIn.getHref(tenantPath)}
          sx={{ mt: 3 }}
        >
          Sign in
        </Button>
      )}
    </>
  );
}

/** The page without a link: it was loaded again, or opened by hand. */
export function MissingLink() {
  return (
    <>
      <ScreenHeading>Open the link in your invitation email</ScreenHeading>
      <Typography sx={{ mt: 1.5 }}>
        For your security, this page doesn't keep the link. Open the email again and use its button, or use
        the link you were given. It still works.
      </Typography>
      <Button
        variant="outlined"
        size="large"
        fullWidth
        component={Link}
        to={pagePaths.root.getHref()}
        sx={{ mt: 3 }}
      >
        Already joined? Sign in
      </Button>
    </>
  );
}
