import Typography from '@mui/material/Typography';
import { useLocation } from 'react-router-dom';
import { useHeadingFocus } from './useHeadingFocus.ts';

export interface PageTitleProps {
  children: string;
  /** It takes the focus with the document too: the person came from another document of ours. */
  goesOn?: boolean;
}

/** A page's one h1. It names the document, and takes the focus after a navigation, so that screen readers read where one is. */
export function PageTitle({ children, goesOn = false }: PageTitleProps) {
  const { pathname } = useLocation();
  const heading = useHeadingFocus(pathname, goesOn ? 'focus' : 'leave');
  return (
    <>
      <title>{`${children} · HRX Invites`}</title>
      <Typography ref={heading} variant="h1" tabIndex={-1} sx={{ overflowWrap: 'anywhere' }}>
        {children}
      </Typography>
    </>
  );
}
