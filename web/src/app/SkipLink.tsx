import Link from '@mui/material/Link';

/** The first stop of the tab key: past the header and the navigation. */
export function SkipLink() {
  return (
    <Link
      href="#main"
      sx={{
        position: 'absolute',
        left: 8,
        top: -80,
        px: 2,
        py: 1.5,
        borderRadius: 1,
        bgcolor: 'background.paper',
        zIndex: 'tooltip',
        '&:focus': { top: 8 },
      }}
    >
      Skip to main content
    </Link>
  );
}
