import Box from '@mui/material/Box';
import Card from '@mui/material/Card';
import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';
import { roleInWords } from '../../../shared/words/roleInWords.ts';
import { expiryInWords, isUndelivered, newsInWords } from '../inviteWords.ts';
import { RowMenu } from '../manage/RowMenu.tsx';
import { Invited, NameLink, StatusChip } from './InviteCells.tsx';
import { SelectRow } from './SelectRow.tsx';
import type { InvitationRows } from './InvitationsTable.tsx';

export const CARD_WIDTH = '20rem';

/** The invitations where there is no room for columns: what was a row is a card. */
export function InvitationCards({ invites, now, selecting }: InvitationRows) {
  return (
    <Box
      component="ul"
      aria-label="Invitations"
      sx={{
        listStyle: 'none',
        p: 0,
        m: 0,
        display: 'grid',
        gap: 1.5,
        gridTemplateColumns: `repeat(auto-fill, minmax(min(100%, ${CARD_WIDTH}), 1fr))`,
      }}
    >
      {invites.map((invite) => (
        <Card key={invite.uid} component="li" sx={{ p: 2, pt: 1.5 }}>
          <Box sx={{ display: 'flex', gap: 1, alignItems: 'center', justifyContent: 'space-between' }}>
            <SelectRow invite={invite} now={now} selecting={selecting} />
            <Box sx={{ minWidth: 0, flex: 1 }}>
              <NameLink invite={invite} />
            </Box>
            <StatusChip invite={invite} now={now} />
            <Box sx={{ mr: -1 }}>
              <RowMenu invite={invite} now={now} />
            </Box>
          </Box>
          <Typography variant="body2" sx={{ color: 'text.secondary', overflowWrap: 'anywhere' }}>
            {invite.email}
          </Typography>
          <Typography
            variant="body2"
            sx={{
              mt: 0.75,
              mb: 1.5,
              overflowWrap: 'anywhere',
              color: isUndelivered(invite) ? 'error.main' : undefined,
            }}
          >
            {newsInWords(invite, now)}
          </Typography>
          <Box component="dl" sx={{ display: 'grid', gridTemplateColumns: '1fr 1fr 1fr', gap: 1.25, m: 0 }}>
            <Fact term="Role">
              <Typography variant="body2">{roleInWords(invite)}</Typography>
            </Fact>
            <Fact term="Expires">
              <Typography variant="body2">{expiryInWords(invite, now)}</Typography>
            </Fact>
            <Fact term="Invited by">
              <Invited invite={invite} now={now} />
            </Fact>
          </Box>
        </Card>
      ))}
    </Box>
  );
}

function Fact({ term, children }: { term: string; children: ReactNode }) {
  return (
    <Box sx={{ minWidth: 0 }}>
      <Typography component="dt" variant="caption" sx={{ color: 'text.secondary', display: 'block' }}>
        {term}
      </Typography>
      <Box component="dd" sx={{ m: 0 }}>
        {children}
      </Box>
    </Box>
  );
}
