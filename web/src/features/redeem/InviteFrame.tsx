import Box from '@mui/material/Box';
import Card from '@mui/material/Card';
import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';

/** The accept page's paper: the whole width of a phone, a card on anything wider. */
export function InviteFrame({ children }: { children: ReactNode }) {
  return (
    <Box
      sx={{
        flex: 1,
        display: 'flex',
        flexDirection: 'column',
        alignItems: 'center',
        px: { xs: 2, sm: 3 },
        py: { xs: 2, sm: 6 },
      }}
    >
      <Typography
        component="p"
        variant="subtitle2"
        sx={{ color: 'text.secondary', mb: 2, width: '100%', maxWidth: '30rem', px: { xs: 0.5, sm: 0 } }}
      >
        HRX Invites
      </Typography>
      <Card component="main" sx={{ width: '100%', maxWidth: '30rem', p: { xs: 2.5, sm: 4 } }}>
        {children}
      </Card>
    </Box>
  );
}
