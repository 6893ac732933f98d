import { useSyncExternalStore } from 'react';
import { forgetInvitation } from '../../../shared/routing/keptInvitation.ts';
import { pagePaths } from '../../../shared/routing/pagePaths.ts';
import { CardPage } from '../../../shared/ui/CardPage.tsx';
import { DeadLink } from './DeadLink.tsx';
import { currentArrival, subscribeToArrivals } from '../redeem/inviteLink.ts';
import { MissingLink } from './MissingLink.tsx';
import { RedeemInvite } from './RedeemInvite.tsx';

/**
 * `/invite#<secret>`: what the link of a mail, or a handed-over one, opens.
 * @param openDocument another document takes the place of this one, which stays busy until it is there
 */
export function AcceptInvitePage({ openDocument }: { openDocument: (href: string) => void }) {
  const { link, count } = useSyncExternalStore(subscribeToArrivals, currentArrival);
  const handleJoined = (tenantId: string) => {
    forgetInvitation();
    openDocument(pagePaths.tenant.getJoinedHref(tenantId));
  };

  return (
    <CardPage>
      {link.kind === 'none' && <MissingLink />}
      {link.kind === 'broken' && <DeadLink status="not-found" invite={null} signedIn={false} secret={null} />}
      {link.kind === 'secret' && <RedeemInvite key={count} secret={link.secret} onJoined={handleJoined} />}
    </CardPage>
  );
}
