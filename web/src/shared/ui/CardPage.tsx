import Box from '@mui/material/Box';
import Card from '@mui/material/Card';
import type { ReactNode } from 'react';
import { ConnectionBanner } from '../connection/ConnectionBanner.tsx';
import { Brand } from './Brand.tsx';

/** A page outside the app's frame: the width of a phone, and a card of about that width on anything wider. */
export function CardPage({ children }: { children: ReactNode }) {
  return (
    <Box
      sx={{
        flex: 1,
        width: '100%',
        maxWidth: '34rem',
        mx: 'auto',
        px: { xs: 2, sm: 3 },
        pt: { xs: 2, sm: 6 },
        pb: { xs: 4, sm: 8 },
      }}
    >
      <Box component="header" sx={{ mb: 2, px: 0.5 }}>
        <Brand withName="always" />
      </Box>
      <ConnectionBanner top={8} />
      <Card component="main" sx={{ p: { xs: 2.5, sm: 4 } }}>
        {children}
      </Card>
    </Box>
  );
}
