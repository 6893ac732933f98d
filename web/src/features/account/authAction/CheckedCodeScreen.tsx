import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import type { ReactNode } from 'react';
import { Loading } from '../../../shared/ui/Loading.tsx';
import { ScreenHeading } from '../../../shared/ui/ScreenHeading.tsx';
import type { ActionMode } from './actionLink.ts';
import { DeadCode } from './DeadCode.tsx';
import { useActionCode } from './useActionCode.ts';

interface CheckedCodeScreenProps {
  code: string;
  mode: ActionMode;
  /** What a code that lives leads to. */
  children: (email: string) => ReactNode;
}

/** Looks at a code first, and shows what follows only where it can still be used. */
export function CheckedCodeScreen({ code, mode, children }: CheckedCodeScreenProps) {
  const checked = useActionCode(code, mode);
  switch (checked.state) {
    case 'checking':
      return <Loading label="Checking your link" />;
    case 'dead':
      return <DeadCode why={mode} />;
    case 'failed':
      return (
        <>
          <ScreenHeading>We couldn't check your link</ScreenHeading>
          <Alert severity="error" sx={{ my: 3 }}>
            {checked.problem.message}
          </Alert>
          <Button variant="contained" size="large" fullWidth onClick={checked.retry}>
            Try again
          </Button>
        </>
      );
    case 'live':
      return children(checked.email);
  }
}
