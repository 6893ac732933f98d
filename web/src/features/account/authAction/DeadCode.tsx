import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { Link } from 'react-router-dom';
import { pagePaths } from '../../../shared/routing/pagePaths.ts';
import { ScreenHeading } from '../../../shared/ui/ScreenHeading.tsx';
import type { ActionMode } from './actionLink.ts';

/** Why a link does nothing: the page was loaded again, a part is missing, or what its mode asks for is over. */
export type DeadReason = 'missing' | 'broken' | ActionMode;

interface Words {
  title: string;
  text: string;
  action: { label: string; to: string };
}

const SIGN_IN = { label: 'Go to the sign-in page', to: pagePaths.signIn.getHref() };
const NEW_PASSWORD = { label: 'Mail me a new link', to: pagePaths.forgotPassword.getHref() };

const WORDS: Readonly<Record<DeadReason, Words>> = {
  missing: {
    title: 'Open the link from your mail',
    text: 'For your safety this page does not keep the link. Open the mail once more and press its button; as long as it was not used, it still works.',
    action: SIGN_IN,
  },
  broken: {
    title: 'This link is not complete',
    text: 'A part of it is missing. Press the button in the mail itself, or copy the whole link.',
    action: SIGN_IN,
  },
  resetPassword: {
    title: 'This link has been used, or has run out',
    text: 'It sets one new password, within an hour. If you have set one already, sign in with it. If not, ask for a new link.',
    action: NEW_PASSWORD,
  },
  verifyEmail: {
    title: 'This link has been used, or has run out',
    text: 'If you have opened it before, your address is confirmed and you can sign in.',
    action: SIGN_IN,
  },
  recoverEmail: {
    title: 'This link has been used, or has run out',
    text: 'If you have used it before, your old address is back: sign in with it. If not, ask your HRX contact for help.',
    action: SIGN_IN,
  },
  verifyAndChangeEmail: {
    title: 'This link has been used, or has run out',
    text: 'If you have used it before, your new address is in place: sign in with it. If not, change the address once more.',
    action: SIGN_IN,
  },
  signIn: {
    title: 'This link has been used, or has run out',
    text: 'It signs in once, within an hour. Ask for a new one on the sign-in page, or sign in with your password.',
    action: SIGN_IN,
  },
  revertSecondFactorAddition: {
    title: 'This link has been used, or has run out',
    text: 'If you have used it before, the second step is gone. If not, ask your HRX contact for help.',
    action: SIGN_IN,
  },
};

/** A link that does nothing any more: what that means, and the way on. */
export function DeadCode({ why }: { why: DeadReason }) {
  const { title, text, action } = WORDS[why];
  return (
    <>
      <ScreenHeading>{title}</ScreenHeading>
      <Typography sx={{ mt: 1.5 }}>{text}</Typography>
      <Button
        variant="contained"
        size="large"
        fullWidth
        component={Link}
        to={action.to}
        // Where the page is: another visit of this address would show this again.
        replace
        sx={{ mt: 3 }}
      >
        {action.label}
      </Button>
    </>
  );
}
