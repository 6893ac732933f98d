import Box from '@mui/material/Box';
import Chip from '@mui/material/Chip';
import Typography from '@mui/material/Typography';
import type { PendingInviteDocument } from '../../../../../functions/src/contract/documents.ts';
import { statusAt } from '../../../../../functions/src/domain/inviteStatus.ts';
import { agoInWords, dateInWords } from '../../../shared/words/timeInWords.ts';
import { answeredInWords, isUndelivered, mailInWords, nameOf, STATUS_WORDS } from '../inviteWords.ts';

interface CellProps {
  invite: PendingInviteDocument;
  now: number;
}

const secondary = { color: 'text.secondary', overflowWrap: 'anywhere' } as const;

export function PersonCell({ invite }: Pick<CellProps, 'invite'>) {
  return (
    <Box sx={{ minWidth: 0 }}>
      <Typography variant="subtitle2" component="div" sx={{ overflowWrap: 'anywhere' }}>
        {nameOf(invite)}
      </Typography>
      <Typography variant="body2" sx={secondary}>
        {invite.email}
      </Typography>
    </Box>
  );
}

export function StatusCell({ invite, now }: CellProps) {
  const { label, color } = STATUS_WORDS[statusAt(invite, new Date(now))];
  const answered = answeredInWords(invite, now);
  return (
    <Box sx={{ flexShrink: 0 }}>
      <Chip size="small" variant="outlined" label={label} color={color} />
      {answered && (
        <Typography variant="caption" component="div" sx={{ ...secondary, mt: 0.25 }}>
          {answered}
        </Typography>
      )}
    </Box>
  );
}

export function MailCell({ invite }: Pick<CellProps, 'invite'>) {
  const { label, detail } = mailInWords(invite);
  return (
    <>
      <Typography variant="body2" sx={{ color: isUndelivered(invite) ? 'error.main' : 'text.primary' }}>
        {label}
      </Typography>
      {detail && (
        <Typography
          variant="caption"
          component="div"
          sx={{ ...secondary, minWidth: '20ch', maxWidth: '44ch' }}
        >
          {detail}
        </Typography>
      )}
    </>
  );
}

export function InvitedCell({ invite, now }: CellProps) {
  const createdAt = invite.createdAt.toMillis();
  return (
    <>
      <Typography variant="body2" sx={{ overflowWrap: 'anywhere' }}>
        {invite.inviterName}
      </Typography>
      <Typography variant="caption" component="div" sx={secondary}>
        <time dateTime={new Date(createdAt).toISOString()} title={dateInWords(createdAt)}>
          {agoInWords(createdAt, now)}
        </time>
      </Typography>
    </>
  );
}
