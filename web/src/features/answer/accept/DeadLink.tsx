import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { pagePaths } from '../../../shared/routing/pagePaths.ts';
import { deadLinkWords } from './deadLinkWords.ts';
import { FreshLinkOffer } from './FreshLinkOffer.tsx';
import type { DeadStatus, Invite } from '../redeem/redeemReducer.ts';
import { ScreenHeading } from '../../../shared/ui/ScreenHeading.tsx';

/** What a new link can help with; in other cases only the inviter can. */
const RENEWABLE: readonly DeadStatus[] = ['expired', 'replaced'];

interface DeadLinkProps {
  status: DeadStatus;
  invite: Invite | null;
  /** The invited person is signed in. */
  signedIn: boolean;
  /** Of the link; null where it never was one. */
  secret: string | null;
}

/** A link that leads nowhere any more: exactly why, and what to do next. */
export function DeadLink({ status, invite, signedIn, secret }: DeadLinkProps) {
  const { title, what, next } = deadLinkWords(status, invite);
  const tenantPath = invite ? pagePaths.tenant.getHref(invite.tenantId) : undefined;

  return (
    <>
      <ScreenHeading>{title}</ScreenHeading>
      <Typography sx={{ mt: 1.5, overflowWrap: 'anywhere' }}>{what}</Typography>
      {status === 'accepted' && signedIn && invite && tenantPath ? (
        <Button variant="contained" size="large" fullWidth href={tenantPath} sx={{ mt: 3 }}>
          Open {invite.tenantName}
        </Button>
      ) : (
        <Typography sx={{ mt: 1.5, overflowWrap: 'anywhere' }}>{next}</Typography>
      )}
      {RENEWABLE.includes(status) && secret !== null && <FreshLinkOffer secret={secret} />}
      {status === 'accepted' && !signedIn && (
        <Button
          variant="contained"
          size="large"
          fullWidth
          href={pagePaths.signIn.getHref(tenantPath)}
          sx={{ mt: 3 }}
        >
          Sign in
        </Button>
      )}
    </>
  );
}
