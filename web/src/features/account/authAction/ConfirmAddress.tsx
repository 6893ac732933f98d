import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import type { User } from 'firebase/auth';
import { useEffect, useState } from 'react';
import { Link } from 'react-router-dom';
import { errorMessage } from '../../../shared/callable/errorMessage.ts';
import { useAuth } from '../../../shared/session/AuthContext.ts';
import { Loading } from '../../../shared/ui/Loading.tsx';
import { ScreenHeading } from '../../../shared/ui/ScreenHeading.tsx';
import { applyCode } from './actionCodes.ts';
import { readOwnUser } from './readOwnUser.ts';
import { DeadCode } from './DeadCode.tsx';
import { ResetMailOffer } from '../../../shared/session/ResetMailOffer.tsx';
import { useAction } from '../../../shared/callable/useAction.ts';
import { CODE_IS_DEAD } from './useActionCode.ts';

interface ConfirmAddressProps {
  user: User;
  code: string;
  email: string;
  next: string;
}

type Standing = 'unknown' | 'failed' | 'free' | 'handed-over';

/** The account's owner is signed in: applies the code, but never to an account that began with a handed-over link. */
export function ConfirmAddress({ user, code, email, next }: ConfirmAddressProps) {
  const { refreshClaims } = useAuth();
  const standing = useStanding(user.uid, email);
  const [isDone, setIsDone] = useState(false);
  const { loading, error, run } = useAction();

  const confirm = () =>
    run(async () => {
      await applyCode(code);
      await user.reload();
      await refreshClaims();
      setIsDone(true);
    });

  if (isDone) {
    return (
      <>
        <ScreenHeading>Your email address is confirmed</ScreenHeading>
        <Typography sx={{ mt: 1.5, mb: 2.5, overflowWrap: 'anywhere' }}>You confirmed {email}.</Typography>
        <Button variant="contained" size="large" fullWidth component={Link} to={next} replace>
          {' '}
          Continue{' '}
        </Button>
      </>
    );
  }
  if (error && CODE_IS_DEAD.includes(error.code)) return <DeadCode why="verifyEmail" />;
  switch (standing) {
    case 'unknown':
      return <Loading label="Checking your account" />;
    case 'handed-over':
      return (
        <>
          <ScreenHeading>Choose a new password first</ScreenHeading>
          <Typography sx={{ mt: 1.5, mb: 2.5 }}>
            Your account was created with a link that someone sent you, so they may know your password. We'll
            email you a link to choose a new one. This also confirms your email address.
          </Typography>
          <ResetMailOffer email={email} />
        </>
      );
    case 'failed':
    case 'free':
      return (
        <>
          <ScreenHeading>Confirm your email address</ScreenHeading>
          <Typography sx={{ mt: 1.5, mb: 2.5, overflowWrap: 'anywhere' }}>
            Is <strong>{email}</strong> your email address?
          </Typography>
          {standing === 'failed' && (
            <Alert severity="error">{`${errorMessage('service/unavailable')} Then open the link again.`}</Alert>
          )}
          {error && (
            <Alert severity="error" sx={{ mb: 2.5 }}>
              {error.message}
            </Alert>
          )}
          {standing === 'free' && (
            <Button variant="contained" size="large" fullWidth loading={loading} onClick={confirm}>
              Yes, confirm
            </Button>
          )}
        </>
      );
  }
}

/** @returns whether a verify code may be applied to the account; nothing is applied while that is not known. */
function useStanding(uid: string, email: string): Standing {
  const [standing, setStanding] = useState<Standing>('unknown');
  useEffect(() => {
    let isCurrent = true;
    const show = (found: Standing) => {
      if (isCurrent) setStanding(found);
    };
    readOwnUser(uid).then(
      (own) =>
        show(own?.begun?.by === 'handover' && own.addressProven?.email !== email ? 'handed-over' : 'free'),
      () => show('failed'),
    );
    return () => {
      isCurrent = false;
    };
  }, [uid, email]);
  return standing;
}
