import Typography from '@mui/material/Typography';
import { withArticle } from '../../../../../functions/src/contract/roleWords.ts';
import type { Invite } from '../redeem/redeemReducer.ts';

/** Names the account that will join, before it does. `account` is its address, masked where that is all we know. */
export function JoinSentence({ invite, account }: { invite: Invite; account: string }) {
  const as = invite.role ? ` as ${withArticle(invite.role)}` : '';
  return (
    <Typography sx={{ overflowWrap: 'anywhere', textWrap: 'pretty' }}>
      {`You will join ${invite.tenantName}${as} with `}
      <strong>{account}</strong>.
    </Typography>
  );
}
