import Box from '@mui/material/Box';
import { useEffect, useEffectEvent, useState } from 'react';
import { useNow } from '../../../shared/hooks/useNow.ts';
import { expiryInWords, expiryTickMs } from './expiryInWords.ts';

interface ExpiryProps {
  /** In milliseconds. */
  at: number;
  /** The time has come: once. */
  onEnd: () => void;
}

/** When the invitation ends, counting down when that is near. A timer is not read aloud at each change. */
export function Expiry({ at, onEnd }: ExpiryProps) {
  const [tickMs, setTickMs] = useState(() => expiryTickMs(at, Date.now()));
  const now = useNow(tickMs);
  const wanted = expiryTickMs(at, now);
  if (wanted !== tickMs) setTickMs(wanted);

  const isOver = now >= at;
  const end = useEffectEvent(onEnd);
  useEffect(() => {
    if (isOver) end();
  }, [isOver]);

  return (
    <Box component="span" role="timer" sx={{ fontVariantNumeric: 'tabular-nums' }}>
      {expiryInWords(at, now)}
    </Box>
  );
}
