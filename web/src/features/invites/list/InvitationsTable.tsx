import Box from '@mui/material/Box';
import Card from '@mui/material/Card';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableContainer from '@mui/material/TableContainer';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import type { PendingInviteDocument } from '../../../../../functions/src/contract/documents.ts';
import { screenReaderOnly } from '../../../shared/ui/screenReaderOnly.ts';
import { agoInWords } from '../../../shared/words/timeInWords.ts';
import { roleInWords } from '../../../shared/words/roleInWords.ts';
import { expiryInWords, isUndelivered, newsInWords } from '../inviteWords.ts';
import { RowMenu } from '../manage/RowMenu.tsx';
import { SelectPage, SelectRow } from './SelectRow.tsx';
import type { RowSelection } from './useRowSelection.ts';
import { NameLink, StatusChip } from './InviteCells.tsx';

/** With the width of each in the room that 1280 pixels leave; the news take the rest. */
const COLUMNS = [
  ['Person', '29%'],
  ['Role', 100],
  ['Status', 96],
  ['Latest', undefined],
  ['Invited by', 112],
  ['Expires', 92],
] as const;

export interface InvitationRows {
  invites: readonly PendingInviteDocument[];
  now: number;
  selecting: RowSelection;
}

const oneLine = { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' } as const;

/** A control is not shortened with three dots. */
const whole = { '&&': { overflow: 'visible', textOverflow: 'clip' } } as const;

/** The invitations where there is room for columns: one line each, so that fifteen are seen on a laptop. */
export function InvitationsTable({ invites, now, selecting }: InvitationRows) {
  return (
    <TableContainer component={Card}>
      <Table
        aria-label="Invitations"
        size="small"
        sx={{ tableLayout: 'fixed', '& td, & th': { px: 1, py: 0, height: 32, ...oneLine } }}
      >
        <TableHead>
          <TableRow>
            <TableCell component="td" sx={{ width: 44, ...whole }}>
              <SelectPage invites={invites} now={now} selecting={selecting} />
            </TableCell>
            {COLUMNS.map(([column, width]) => (
              <TableCell key={column} sx={{ width }}>
                {column}
              </TableCell>
            ))}
            <TableCell sx={{ width: 46 }}>
              <Box component="span" sx={screenReaderOnly}>
                Actions
              </Box>
            </TableCell>
          </TableRow>
        </TableHead>
        <TableBody sx={{ '& tr:last-child > *': { borderBottom: 0 } }}>
          {invites.map((invite) => (
            <InvitationRow key={invite.uid} invite={invite} now={now} selecting={selecting} />
          ))}
        </TableBody>
      </Table>
    </TableContainer>
  );
}

interface InvitationRowProps extends Omit<InvitationRows, 'invites'> {
  invite: PendingInviteDocument;
}

function InvitationRow({ invite, now, selecting }: InvitationRowProps) {
  const news = newsInWords(invite, now);
  const ago = agoInWords(invite.createdAt.toMillis(), now);
  return (
    <TableRow hover selected={selecting.isSelected(invite.uid)}>
      <TableCell sx={whole}>
        <SelectRow invite={invite} now={now} selecting={selecting} dense />
      </TableCell>
      <TableCell component="th" scope="row" title={invite.email}>
        <NameLink invite={invite} />
        <Box component="span" sx={{ color: 'text.secondary', ml: 1 }}>
          {invite.email}
        </Box>
      </TableCell>
      <TableCell title={roleInWords(invite)}>
        {invite.role} {invite.securityLevel}
      </TableCell>
      <TableCell>
        <StatusChip invite={invite} now={now} />
      </TableCell>
      <TableCell title={news} sx={{ color: isUndelivered(invite) ? 'error.main' : undefined }}>
        {news}
      </TableCell>
      <TableCell title={`${invite.inviterName}, ${ago}`}>{invite.inviterName}</TableCell>
      <TableCell>{expiryInWords(invite, now)}</TableCell>
      <TableCell align="right">
        <RowMenu invite={invite} now={now} dense />
      </TableCell>
    </TableRow>
  );
}
