import { ScreenHeading } from '../../../shared/ui/ScreenHeading.tsx';
import { InviteOffer } from '../offer/InviteOffer.tsx';
import type { Invite } from '../redeem/redeemReducer.ts';

/** What the invitation says: where, by whom, as what. */
export function InviteSummary({ invite }: { invite: Invite }) {
  const { tenantName, inviterName, role, message } = invite;
  return (
    <>
      <ScreenHeading>{`Join ${tenantName}`}</ScreenHeading>
      <InviteOffer inviterName={inviterName} role={role} message={message} />
    </>
  );
}
