import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import { useParams } from 'react-router-dom';
import { documentKeys } from '../../../../functions/src/contract/documentKeys.ts';
import { errorMessage } from '../../shared/errorMessage.ts';
import { useLiveDocument } from '../../shared/firebase/useLiveDocument.ts';
import { useAuth } from '../../shared/session/AuthContext.ts';
import { useTenantAccess } from '../../shared/session/useTenantAccess.ts';
import { Loading } from '../../shared/ui/Loading.tsx';
import { PageHeading } from '../../shared/ui/PageHeading.tsx';
import { placeOf, placeOfHrx } from './myPlace.ts';
import { MyPlaceCard } from './MyPlaceCard.tsx';
import { nextSteps } from './nextSteps.ts';
import { NextStepList } from './NextStepList.tsx';

/** A tenant's first page: what I am here, who invited me, what I can do next. */
export function TenantHomePage() {
  const { tenantId = '' } = useParams();
  const { user, hrx } = useAuth();
  const access = useTenantAccess(tenantId);
  const tenant = useLiveDocument(documentKeys.tenant(tenantId));
  const member = useLiveDocument(user && documentKeys.member(tenantId, user.uid));

  if (tenant.state === 'loading' || member.state === 'loading' || !access.ready) {
    return <Loading label="Opening the tenant" />;
  }
  const name = tenant.state === 'loaded' ? tenant.document?.name : undefined;
  const me = member.state === 'loaded' ? member.document : null;
  const place = me ? placeOf(me) : hrx ? placeOfHrx() : null;
  const isInvited = me?.state === 'invited';

  return (
    <>
      <PageHeading>{name ?? 'Home'}</PageHeading>
      {(name === undefined || place === null) && (
        <Alert severity="warning" sx={{ mb: 3 }}>
          {errorMessage('service/unavailable')}
        </Alert>
      )}
      <Box sx={{ display: 'grid', gap: 3, maxWidth: '44rem' }}>
        {place && <MyPlaceCard place={place} />}
        <NextStepList steps={nextSteps({ tenantId, isInvited, hrx, access })} />
      </Box>
    </>
  );
}
