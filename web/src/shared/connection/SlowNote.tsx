import Typography from '@mui/material/Typography';
import { useEffect, useState } from 'react';
import { SLOW_AFTER_MS } from './connection.ts';

/** Belongs into every placeholder: says so when it stands there for longer than a placeholder should. */
export function SlowNote() {
  const [isSlow, setIsSlow] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setIsSlow(true), SLOW_AFTER_MS);
    return () => clearTimeout(timer);
  }, []);

  if (!isSlow) return null;
  return (
    <Typography sx={{ color: 'text.secondary' }}>
      This is taking longer than usual. The page will continue by itself.
    </Typography>
  );
}
