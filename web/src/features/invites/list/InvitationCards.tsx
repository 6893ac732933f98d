import Box from '@mui/material/Box';
import Card from '@mui/material/Card';
import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';
import { roleInWords } from '../../../shared/words/roleInWords.ts';
import { CopyLinkButton } from './CopyLinkButton.tsx';
import { InvitedCell, MailCell, PersonCell, StatusCell } from './InviteCells.tsx';
import type { InvitationRows } from './InvitationsTable.tsx';
import { expiryInWords, mailInWords } from '../inviteWords.ts';

export const CARD_WIDTH = '20rem';

/** The invitations where there is no room for columns: what was a row is a card. */
export function InvitationCards({ invites, now, onCopyLink }: InvitationRows) {
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
        <Card key={invite.uid} component="li" sx={{ p: 2, display: 'flex', flexDirection: 'column' }}>
          <Box sx={{ display: 'flex', gap: 1, justifyContent: 'space-between', mb: 1.5 }}>
            <PersonCell invite={invite} />
            <StatusCell invite={invite} now={now} />
          </Box>
          <Box
            component="dl"
            sx={{
              display: 'grid',
              gridTemplateColumns: '1fr 1fr',
              alignContent: 'start',
              gap: 1.5,
              m: 0,
              flex: 1,
            }}
          >
            <Fact term="Role">
              <Typography variant="body2">{roleInWords(invite)}</Typography>
            </Fact>
            <Fact term="Expires">
              <Typography variant="body2">{expiryInWords(invite, now)}</Typography>
            </Fact>
            <Fact term="Invited by">
              <InvitedCell invite={invite} now={now} />
            </Fact>
            <Fact term="Email" wide={mailInWords(invite).detail !== null}>
              <MailCell invite={invite} />
            </Fact>
          </Box>
          {onCopyLink && (
            <Box sx={{ mt: 1, ml: -1.25, mb: -1 }}>
              <CopyLinkButton invite={invite} now={now} onCopyLink={onCopyLink} />
            </Box>
          )}
        </Card>
      ))}
    </Box>
  );
}

interface FactProps {
  term: string;
  /** It has much to say, and takes the whole width. */
  wide?: boolean;
  children: ReactNode;
}

function Fact({ term, wide = false, children }: FactProps) {
  return (
    <Box sx={{ minWidth: 0, gridColumn: wide ? '1 / -1' : 'auto' }}>
      <Typography component="dt" variant="caption" sx={{ color: 'text.secondary', display: 'block' }}>
        {term}
      </Typography>
      <Box component="dd" sx={{ m: 0 }}>
        {children}
      </Box>
    </Box>
  );
}
