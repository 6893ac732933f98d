import Typography from '@mui/material/Typography';
import { useHeadingFocus } from './useHeadingFocus.ts';

/**
 * The one heading of what the page shows now. It names the document and takes the focus when it appears or changes, since
 * the button that led here is gone: a screen reader goes on from here.
 */
export function ScreenHeading({ children }: { children: string }) {
  const heading = useHeadingFocus(children, 'focus');

  return (
    <>
      <title>{`${children} · HRX Invites`}</title>
      <Typography
        ref={heading}
        variant="h1"
        tabIndex={-1}
        sx={{ overflowWrap: 'anywhere', textWrap: 'balance' }}
      >
        {children}
      </Typography>
    </>
  );
}
