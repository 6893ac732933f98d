import Alert from '@mui/material/Alert';
import AlertTitle from '@mui/material/AlertTitle';
import Box from '@mui/material/Box';
import { useParams } from 'react-router-dom';
import { documentKeys } from '../../../../functions/src/contract/documentKeys.ts';
import type { MemberDocument } from '../../../../functions/src/contract/documents.ts';
import { errorMessage } from '../../shared/callable/errorMessage.ts';
import { useLiveDocument, type LiveDocument } from '../../shared/firebase/useLiveDocument.ts';
import { useAuth } from '../../shared/session/AuthContext.ts';
import { useTenantAccess } from '../../shared/session/useTenantAccess.ts';
import { ListSkeleton } from '../../shared/ui/ListSkeleton.tsx';
import { PageHeading } from '../../shared/ui/PageHeading.tsx';
import { placeOf, placeOfHrx } from './myPlace.ts';
import { MyPlaceCard } from './MyPlaceCard.tsx';
import { nextSteps } from './nextSteps.ts';
import { NextStepList } from './NextStepList.tsx';
import { ProveAddressNotice } from './ProveAddressNotice.tsx';
import { useElsewhere } from './useElsewhere.ts';
import { useJoined } from './useJoined.ts';

const COLUMN = '44rem';

/** A tenant's first page: what I am here, who invited me, what I can do next. */
export function TenantHomePage() {
  const { tenantId = '' } = useParams();
  const { user, hrx } = useAuth();
  const hasJoined = useJoined();
  const access = useTenantAccess(tenantId);
  const elsewhere = useElsewhere(tenantId);
  const tenant = useLiveDocument(documentKeys.tenant(tenantId));
  const member = useLiveDocument(user && documentKeys.member(tenantId, user.uid));
  const me = found(member);
  const mayAll = hrx || (me?.state === 'active' && me.role === 'Admin');
  const settings = found(useLiveDocument(mayAll ? documentKeys.tenantSettings(tenantId) : null));

  if (tenant.state === 'loading' || member.state === 'loading' || !access.ready) {
    return (
      <Box sx={{ maxWidth: COLUMN, pt: 7 }}>
        <ListSkeleton label="Loading the company" count={2} itemHeight={200} />
      </Box>
    );
  }
  const name = found(tenant)?.name;
  const isOwner = settings !== null && settings.ownerUid === user?.uid;
  const place = me ? placeOf(me, isOwner) : hrx ? placeOfHrx(user?.email ?? '') : null;
  const steps = nextSteps({ tenantId, isInvited: me?.state === 'invited', hrx, access, settings, elsewhere });

  return (
    <>
      <PageHeading goesOn={hasJoined}>{name ?? 'Home'}</PageHeading>
      {hasJoined && me?.state === 'active' && (
        <Alert severity="success" role="status" sx={{ mb: 3, maxWidth: COLUMN }}>
          <AlertTitle>You're in</AlertTitle>
          {`You joined ${name ?? 'the company'}. This page shows what your role can do, and what to do next.`}
        </Alert>
      )}
      {(name === undefined || place === null) && (
        <Alert severity="warning" sx={{ mb: 3 }}>
          {errorMessage('service/unavailable')}
        </Alert>
      )}
      <Box sx={{ display: 'grid', gap: 3, maxWidth: COLUMN }}>
        {me && <ProveAddressNotice member={me} />}
        {place && <MyPlaceCard place={place} />}
        <NextStepList steps={steps} help={mayAll ? null : helpFrom(me)} />
      </Box>
    </>
  );
}

function found<Document>(live: LiveDocument<Document>): Document | null {
  return live.state === 'loaded' ? live.document : null;
}

function helpFrom(me: MemberDocument | null): string {
  const whom = me?.invitedByName
    ? `${me.invitedByName}, who invited you, or an Admin`
    : 'an Admin of this company';
  return me?.state === 'invited'
    ? `Is something wrong? Ask ${whom}.`
    : `To change your role or to invite someone, ask ${whom}.`;
}
