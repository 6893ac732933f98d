import { useAuth } from '../../../shared/session/AuthContext.ts';
import { useTenantAccess } from '../../../shared/session/useTenantAccess.ts';
import { Loading } from '../../../shared/ui/Loading.tsx';
import { PageHeading } from '../../../shared/ui/PageHeading.tsx';
import { InviteButtons } from '../form/InviteButtons.tsx';
import { ManageInvitations } from '../manage/ManageInvitations.tsx';
import { InvitationDrawer } from '../timeline/InvitationDrawer.tsx';
import { findOpenInvitation } from './findOpenInvitation.ts';
import { NoRightsHere } from './NoRightsHere.tsx';
import { useOpenInAddress } from './useOpenInAddress.ts';
import { WatchedInvitations } from './WatchedInvitations.tsx';

/** Who was invited into the tenant, live, what can be done about it, and the ways to invite more. */
export function InvitationsPage() {
  const { user, activeTenantId } = useAuth();
  const { ready, can, actor } = useTenantAccess(activeTenantId);
  const opened = useOpenInAddress('invitation');

  if (!user || !activeTenantId || !ready) return <Loading label="Loading invitations" />;
  const canInvite = can('invites:create');
  const seesAll = can('members:read') || can('invites:manage');
  const sees = canInvite || seesAll;
  return (
    <ManageInvitations who={actor && { uid: user.uid, actor }}>
      <PageHeading
        lead={sees && !seesAll ? 'You can see the invitations you sent.' : null}
        actions={
          canInvite && (
            <InviteButtons
              tenantId={activeTenantId}
              onShowInvitation={(email) => {
                // Whoever may not see it finds it missing from the list, and why it was refused in the form.
                void findOpenInvitation(activeTenantId, email, seesAll ? null : user.uid).then(
                  (uid) => uid && opened.open(uid),
                );
              }}
            />
          )
        }
      >
        Invitations
      </PageHeading>
      {sees ? (
        <>
          <WatchedInvitations
            key={activeTenantId}
            tenantId={activeTenantId}
            uid={user.uid}
            seesAll={seesAll}
          />
          <InvitationDrawer tenantId={activeTenantId} uid={opened.id} onClose={opened.close} />
        </>
      ) : (
        <NoRightsHere />
      )}
    </ManageInvitations>
  );
}
