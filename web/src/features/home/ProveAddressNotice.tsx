import Alert from '@mui/material/Alert';
import AlertTitle from '@mui/material/AlertTitle';
import Box from '@mui/material/Box';
import { documentKeys } from '../../../../functions/src/contract/documentKeys.ts';
import type { MemberDocument } from '../../../../functions/src/contract/documents.ts';
import { factsWithoutDocument, isProven } from '../../../../functions/src/domain/account.ts';
import { needsProvenAddress } from '../../../../functions/src/domain/authority.ts';
import { useLiveDocument } from '../../shared/firebase/useLiveDocument.ts';
import { useAuth } from '../../shared/session/AuthContext.ts';
import { ResetMailOffer } from '../../shared/session/ResetMailOffer.tsx';

/** For a member whose rights take a proven address: the server and the rules give them nothing until it is. */
export function ProveAddressNotice({ member }: { member: MemberDocument }) {
  const { user } = useAuth();
  const needsProof = member.state === 'active' && needsProvenAddress(member);
  const own = useLiveDocument(user && needsProof ? documentKeys.user(user.uid) : null);
  if (!user?.email || !needsProof || own.state !== 'loaded') return null;
  if (isProven(user, own.document ?? factsWithoutDocument(user.uid))) return null;
  return (
    <Alert severity="warning" sx={{ alignItems: 'flex-start' }}>
      <AlertTitle>Confirm your email address</AlertTitle>
      {`You can use the rights of your role after you confirm that ${user.email} is yours. Get a link by email and choose a new password. Then sign in again.`}
      <Box sx={{ mt: 2 }}>
        <ResetMailOffer email={user.email} />
      </Box>
    </Alert>
  );
}
