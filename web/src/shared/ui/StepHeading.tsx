import Typography from '@mui/material/Typography';
import { useLayoutEffect, useRef } from 'react';

/** The heading of a step within a page. It takes the focus when it appears, since the button that led here is gone. */
export function StepHeading({ children }: { children: string }) {
  const heading = useRef<HTMLHeadingElement>(null);

  useLayoutEffect(() => {
    heading.current?.focus({ preventScroll: true });
  }, []);

  return (
    <Typography ref={heading} variant="h2" tabIndex={-1}>
      {children}
    </Typography>
  );
}
