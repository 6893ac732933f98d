import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useEffect, useRef, type ReactNode } from 'react';
import { useLocation } from 'react-router-dom';

interface PageHeadingProps {
  children: string;
  /** One sentence under it. */
  lead?: ReactNode;
  /** Buttons beside it. */
  actions?: ReactNode;
}

/** The key that React Router gives to the address that the page was loaded with. */
const FIRST_LOCATION = 'default';

/** A page's one h1. It names the document, and takes the focus after a navigation, so that screen readers read where one is. */
export function PageHeading({ children, lead, actions }: PageHeadingProps) {
  const { pathname, key } = useLocation();
  const heading = useRef<HTMLHeadingElement>(null);
  const isFirst = key === FIRST_LOCATION;

  useEffect(() => {
    if (!isFirst) heading.current?.focus({ preventScroll: true });
  }, [pathname, isFirst]);

  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2, alignItems: 'flex-end', mb: 3 }}>
      <title>{`${children} · HRX Invites`}</title>
      <Box sx={{ flex: '1 1 16rem', minWidth: 0 }}>
        <Typography ref={heading} variant="h1" tabIndex={-1} sx={{ overflowWrap: 'anywhere' }}>
          {children}
        </Typography>
        {lead && (
          <Typography component="div" sx={{ color: 'text.secondary', mt: 0.5, maxWidth: '65ch' }}>
            {lead}
          </Typography>
        )}
      </Box>
      {actions}
    </Box>
  );
}
