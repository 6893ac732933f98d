import Box from '@mui/material/Box';
import { useState } from 'react';
import type { InviteStatus } from '../../../../../functions/src/contract/statuses.ts';
import { useAuth } from '../../../shared/session/AuthContext.ts';
import { useTenantAccess, type TenantAccess } from '../../../shared/session/useTenantAccess.ts';
import { Loading } from '../../../shared/ui/Loading.tsx';
import { PageHeading } from '../../../shared/ui/PageHeading.tsx';
import { useDebounced } from '../../../shared/hooks/useDebounced.ts';
import { CopyLinkDialog } from '../link/CopyLinkDialog.tsx';
import { InvitationList } from './InvitationList.tsx';
import { InvitationsFilter } from './InvitationsFilter.tsx';
import { InviteButtons } from '../form/InviteButtons.tsx';
import { NoRightsHere } from './NoRightsHere.tsx';
import { useAnswerToasts } from './useAnswerToasts.ts';
import { useInvitations } from './useInvitations.ts';
import { useInviteLink } from '../link/useInviteLink.ts';

/** A search waits for this long a pause in typing. */
const SEARCH_PAUSE_MS = 250;

/** Who was invited into the tenant, live, and the ways to invite more. */
export function InvitationsPage() {
  const { user, activeTenantId } = useAuth();
  const access = useTenantAccess(activeTenantId);

  if (!user || !activeTenantId || !access.ready) return <Loading label="Loading invitations" />;
  const canInvite = access.can('invites:create');
  const canReadMembers = access.can('members:read');
  const sees = canInvite || canReadMembers;
  return (
    <>
      <PageHeading
        lead={sees && !canReadMembers ? 'You can see the invitations you sent.' : null}
        actions={canInvite && <InviteButtons tenantId={activeTenantId} />}
      >
        Invitations
      </PageHeading>
      {sees ? (
        <WatchedInvitations key={activeTenantId} tenantId={activeTenantId} uid={user.uid} access={access} />
      ) : (
        <NoRightsHere />
      )}
    </>
  );
}

interface WatchedInvitationsProps {
  tenantId: string;
  uid: string;
  access: TenantAccess;
}

function WatchedInvitations({ tenantId, uid, access }: WatchedInvitationsProps) {
  const [search, setSearch] = useState('');
  const [status, setStatus] = useState<InviteStatus | null>(null);
  const [linkOpen, setLinkOpen] = useState(false);
  const inviteLink = useInviteLink();
  const invitations = useInvitations({
    tenantId,
    sentBy: access.can('members:read') ? null : uid,
    status,
    search: useDebounced(search, SEARCH_PAUSE_MS),
  });
  useAnswerToasts(invitations.rows);

  return (
    <Box>
      <InvitationsFilter search={search} status={status} onSearch={setSearch} onStatus={setStatus} />
      <InvitationList
        invitations={invitations}
        filtered={search !== '' || status !== null}
        onClearFilter={() => {
          setSearch('');
          setStatus(null);
        }}
        onCopyLink={
          access.can('invites:create')
            ? (invite) => {
                setLinkOpen(true);
                inviteLink.createLink(invite);
              }
            : undefined
        }
      />
      <CopyLinkDialog {...inviteLink} open={linkOpen} onClose={() => setLinkOpen(false)} />
    </Box>
  );
}
