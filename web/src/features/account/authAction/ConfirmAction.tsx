import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { Link } from 'react-router-dom';
import { pagePaths } from '../../../shared/routing/pagePaths.ts';
import { ResetMailOffer } from '../../../shared/session/ResetMailOffer.tsx';
import { ScreenHeading } from '../../../shared/ui/ScreenHeading.tsx';
import { confirmationWords, type ConfirmedMode } from './confirmationWords.ts';
import { applyCode } from './actionCodes.ts';
import { CheckedCodeScreen } from './CheckedCodeScreen.tsx';
import { DeadCode } from './DeadCode.tsx';
import { useAction } from '../../../shared/callable/useAction.ts';
import { CODE_IS_DEAD } from './useActionCode.ts';

/** A link that changes something about an account once its owner says so: mail scanners open links too. */
export function ConfirmAction({ code, mode }: { code: string; mode: ConfirmedMode }) {
  return (
    <CheckedCodeScreen code={code} mode={mode}>
      {(email) => <Question code={code} mode={mode} email={email} />}
    </CheckedCodeScreen>
  );
}

function Question({ code, mode, email }: { code: string; mode: ConfirmedMode; email: string }) {
  const [isDone, setIsDone] = useState(false);
  const { loading, error, run } = useAction();
  const { question, done } = confirmationWords(mode, email);

  if (isDone) {
    return (
      <>
        <ScreenHeading>{done.title}</ScreenHeading>
        <Typography sx={{ mt: 1.5, mb: 2.5, overflowWrap: 'anywhere' }}>{done.text}</Typography>
        {done.needsPassword ? (
          <ResetMailOffer email={email} />
        ) : (
          <Button variant="contained" size="large" fullWidth component={Link} to={pagePaths.signIn.getHref()}>
            Go to sign in
          </Button>
        )}
      </>
    );
  }
  if (error && CODE_IS_DEAD.includes(error.code)) return <DeadCode why={mode} />;
  const apply = () =>
    run(async () => {
      await applyCode(code);
      setIsDone(true);
    });
  return (
    <>
      <ScreenHeading>{question.title}</ScreenHeading>
      <Typography sx={{ mt: 1.5, mb: 2.5, overflowWrap: 'anywhere' }}>{question.text}</Typography>
      {error && (
        <Alert severity="error" sx={{ mb: 2.5 }}>
          {error.message}
        </Alert>
      )}
      <Button variant="contained" size="large" fullWidth loading={loading} onClick={apply}>
        {question.yes}
      </Button>
    </>
  );
}
