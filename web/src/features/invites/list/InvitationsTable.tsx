import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableContainer from '@mui/material/TableContainer';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import Card from '@mui/material/Card';
import type { PendingInviteDocument } from '../../../../../functions/src/contract/documents.ts';
import { CopyLinkButton } from './CopyLinkButton.tsx';
import { InvitedCell, MailCell, PersonCell, StatusCell } from './InviteCells.tsx';
import { expiryInWords } from '../inviteWords.ts';

const COLUMNS = ['Person', 'Role', 'Level', 'Status', 'Email', 'Invited by', 'Expires'] as const;

export interface InvitationRows {
  invites: readonly PendingInviteDocument[];
  now: number;
  /** Missing for who may not invite. */
  onCopyLink?: ((invite: PendingInviteDocument) => void) | undefined;
}

/** The invitations where there is room for columns. */
export function InvitationsTable({ invites, now, onCopyLink }: InvitationRows) {
  return (
    <TableContainer component={Card}>
      <Table aria-label="Invitations">
        <TableHead>
          <TableRow>
            {COLUMNS.map((column) => (
              <TableCell key={column}>{column}</TableCell>
            ))}
            {onCopyLink && <TableCell align="right">Link</TableCell>}
          </TableRow>
        </TableHead>
        <TableBody sx={{ '& tr:last-child > *': { borderBottom: 0 } }}>
          {invites.map((invite) => (
            <TableRow key={invite.uid} hover>
              <TableCell component="th" scope="row" sx={{ minWidth: 210 }}>
                <PersonCell invite={invite} />
              </TableCell>
              <TableCell>{invite.role}</TableCell>
              <TableCell>{invite.securityLevel}</TableCell>
              <TableCell>
                <StatusCell invite={invite} now={now} />
              </TableCell>
              <TableCell>
                <MailCell invite={invite} />
              </TableCell>
              <TableCell sx={{ minWidth: 128 }}>
                <InvitedCell invite={invite} now={now} />
              </TableCell>
              <TableCell sx={{ minWidth: 104 }}>{expiryInWords(invite, now)}</TableCell>
              {onCopyLink && (
                <TableCell align="right" sx={{ whiteSpace: 'nowrap' }}>
                  <CopyLinkButton invite={invite} now={now} onCopyLink={onCopyLink} />
                </TableCell>
              )}
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </TableContainer>
  );
}
