import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Card from '@mui/material/Card';
import type { ReactNode } from 'react';
import { useOnline } from '../useOnline.ts';
import { Brand } from './Brand.tsx';

/** A page outside the app's frame: the width of a phone, and a card of about that width on anything wider. */
export function CardPage({ children }: { children: ReactNode }) {
  const online = useOnline();
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
      {!online && (
        <Alert severity="warning" sx={{ mb: 2 }}>
          You are offline. Nothing that you typed is lost; go on when the connection is back.
        </Alert>
      )}
      <Card component="main" sx={{ p: { xs: 2.5, sm: 4 } }}>
        {children}
      </Card>
    </Box>
  );
}
