import LockOutlined from '@mui/icons-material/LockOutlined';
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import { useParams } from 'react-router-dom';
import { documentKeys } from '../../../../functions/src/contract/documentKeys.ts';
import { errorMessage } from '../../shared/callable/errorMessage.ts';
import { useLiveDocument } from '../../shared/firebase/useLiveDocument.ts';
import { useAuth } from '../../shared/session/AuthContext.ts';
import { useTenantAccess } from '../../shared/session/useTenantAccess.ts';
import { ListSkeleton } from '../../shared/ui/ListSkeleton.tsx';
import { Loading } from '../../shared/ui/Loading.tsx';
import { Message } from '../../shared/ui/Message.tsx';
import { PageHeading } from '../../shared/ui/PageHeading.tsx';
import { SettingsForm } from './SettingsForm.tsx';

/** How a company invites: for its Admins and HRX. Others are told who to ask. */
export function SettingsPage() {
  const { tenantId = '' } = useParams();
  const { ready, managesTenant } = useTenantAccess(tenantId);
  if (!ready) return <Loading label="Loading settings" />;
  return (
    <>
      <PageHeading lead={managesTenant && 'How this company invites people.'}>Settings</PageHeading>
      {managesTenant ? (
        <LiveSettings key={tenantId} tenantId={tenantId} />
      ) : (
        <Message title="Only Admins can see the settings" icon={<LockOutlined />}>
          Ask an Admin of this company to change a setting.
        </Message>
      )}
    </>
  );
}

function LiveSettings({ tenantId }: { tenantId: string }) {
  const { hrx } = useAuth();
  const live = useLiveDocument(documentKeys.tenantSettings(tenantId));
  if (live.state === 'loading') {
    return (
      <Box sx={{ maxWidth: '44rem' }}>
        <ListSkeleton label="Loading settings" count={3} itemHeight={280} />
      </Box>
    );
  }
  if (live.state === 'failed' || live.document === null) {
    return <Alert severity="error">{errorMessage('service/unavailable')}</Alert>;
  }
  return <SettingsForm tenantId={tenantId} settings={live.document} isHrx={hrx} />;
}
