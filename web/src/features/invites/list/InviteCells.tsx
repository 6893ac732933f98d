import Chip from '@mui/material/Chip';
import MuiLink from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { Link } from 'react-router-dom';
import type { PendingInviteDocument } from '../../../../../functions/src/contract/documents.ts';
import { statusAt } from '../../../../../functions/src/domain/inviteStatus.ts';
import { agoInWords, dateInWords } from '../../../shared/words/timeInWords.ts';
import { nameOf, STATUS_WORDS } from '../inviteWords.ts';
import { useOpenInAddress } from './useOpenInAddress.ts';

interface CellProps {
  invite: PendingInviteDocument;
  now: number;
}

/** The name leads to the invitation's timeline. */
export function NameLink({ invite }: Pick<CellProps, 'invite'>) {
  const { hrefOf } = useOpenInAddress('invitation');
  return (
    <MuiLink
      component={Link}
      to={hrefOf(invite.uid)}
      variant="subtitle2"
      underline="hover"
      sx={{ color: 'text.primary', overflowWrap: 'anywhere' }}
    >
      {nameOf(invite)}
    </MuiLink>
  );
}

export function StatusChip({ invite, now }: CellProps) {
  const { label, color } = STATUS_WORDS[statusAt(invite, new Date(now))];
  return <Chip size="small" variant="outlined" label={label} color={color} sx={{ flexShrink: 0 }} />;
}

/** By whom, and how long ago. */
export function Invited({ invite, now }: CellProps) {
  const createdAt = invite.createdAt.toMillis();
  return (
    <>
      <Typography variant="body2" sx={{ overflowWrap: 'anywhere' }}>
        {invite.inviterName}
      </Typography>
      <Typography variant="caption" component="div" sx={{ color: 'text.secondary' }}>
        <time dateTime={new Date(createdAt).toISOString()} title={dateInWords(createdAt)}>
          {agoInWords(createdAt, now)}
        </time>
      </Typography>
    </>
  );
}
