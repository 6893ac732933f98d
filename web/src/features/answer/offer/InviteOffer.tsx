import Typography from '@mui/material/Typography';
import type { Role } from '../../../../../functions/src/contract/roles.ts';
import { ROLE_SENTENCES, withArticle } from '../../../../../functions/src/contract/roleWords.ts';
import { MessageQuote } from './MessageQuote.tsx';

interface InviteOfferProps {
  inviterName: string | null;
  role: Role | null;
  message: string | null;
}

/** Who invites, as what, what that means, and their own words. */
export function InviteOffer({ inviterName, role, message }: InviteOfferProps) {
  const as = role ? ` as ${withArticle(role)}` : '';
  return (
    <>
      <Typography sx={{ mt: 1, overflowWrap: 'anywhere', textWrap: 'pretty' }}>
        {inviterName ? `${inviterName} invites you${as}.` : `You are invited${as}.`}
      </Typography>
      {role && (
        <Typography variant="body2" sx={{ color: 'text.secondary', mt: 0.5 }}>
          {ROLE_SENTENCES[role]}
        </Typography>
      )}
      {message && <MessageQuote message={message} />}
    </>
  );
}
