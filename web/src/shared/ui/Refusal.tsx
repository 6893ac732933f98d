import Alert from '@mui/material/Alert';
import { useEffect, useEffectEvent, useRef, type ReactNode } from 'react';

interface RefusalProps {
  children: string;
  /** A button that leads on. */
  action?: ReactNode;
  /** A field says more, and has the focus: it is what the person is to look at. */
  fieldsSayMore: boolean;
}

/** Why a form was refused. It comes into view: whoever sent the form by the return key may be looking elsewhere in it. */
export function Refusal({ children, action, fieldsSayMore }: RefusalProps) {
  const alert = useRef<HTMLDivElement>(null);
  const comeIntoView = useEffectEvent(() => {
    if (!fieldsSayMore) alert.current?.scrollIntoView({ block: 'nearest' });
  });
  useEffect(() => comeIntoView(), [children]);

  return (
    <Alert ref={alert} severity="error" action={action} sx={{ mt: 2 }}>
      {children}
    </Alert>
  );
}
