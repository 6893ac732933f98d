import Box from '@mui/material/Box';

interface BrandProps {
  /** Keeps the name beside the mark at phone width, where the app bar has no room for it. */
  withName?: 'always';
}

/** The product's mark and name. */
export function Brand({ withName }: BrandProps) {
  return (
    <Box component="span" sx={{ display: 'inline-flex', alignItems: 'center', gap: 1.25 }}>
      <Box component="img" src="/icon.svg" alt="" sx={{ width: 32, height: 32, display: 'block' }} />
      <Box
        component="span"
        sx={{
          fontWeight: 700,
          letterSpacing: '-0.01em',
          whiteSpace: 'nowrap',
          display: withName ? 'inline' : { xs: 'none', sm: 'inline' },
        }}
      >
        HRX Invites
      </Box>
    </Box>
  );
}
