import { useSyncExternalStore } from 'react';
import { useNavigate } from 'react-router-dom';
import { pagePaths } from '../../../shared/routing/pagePaths.ts';
import { CardPage } from '../../../shared/ui/CardPage.tsx';
import { DeadLink } from './DeadLink.tsx';
import { currentArrival, forgetInviteLink, subscribeToArrivals } from '../redeem/inviteLink.ts';
import { MissingLink } from './MissingLink.tsx';
import { RedeemInvite } from './RedeemInvite.tsx';

/** `/invite#<secret>`: where the link of a mail, or a handed-over one, leads. */
export function AcceptInvitePage() {
  const { link, count } = useSyncExternalStore(subscribeToArrivals, currentArrival);
  const navigate = useNavigate();

  const handleJoined = async (tenantId: string) => {
    await navigate(pagePaths.tenant.getHref(tenantId), { replace: true });
    forgetInviteLink();
  };

  return (
    <CardPage>
      {link.kind === 'none' && <MissingLink />}
      {link.kind === 'broken' && <DeadLink status="not-found" invite={null} signedIn={false} />}
      {link.kind === 'secret' && (
        <RedeemInvite key={count} secret={link.secret} onJoined={(tenantId) => void handleJoined(tenantId)} />
      )}
    </CardPage>
  );
}
