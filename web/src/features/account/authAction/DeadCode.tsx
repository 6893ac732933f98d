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

const SIGN_IN = { label: 'Go to sign in', to: pagePaths.signIn.getHref() };
const NEW_PASSWORD = { label: 'Request a new link', to: pagePaths.forgotPassword.getHref() };

const WORDS: Readonly<Record<DeadReason, Words>> = {
  missing: {
    title: 'Open the link in your email',
    text: "For your security, this page doesn't keep the link. Open the email again and use its button. The link still works if nobody has used it.",
    action: SIGN_IN,
  },
  broken: {
    title: 'This link is incomplete',
    text: 'A part of it is missing. Use the button in the email, or copy the whole link.',
    action: SIGN_IN,
  },
  resetPassword: {
    title: 'This link has expired or was already used',
    text: 'It works once, for one hour. If you already chose a new password, sign in with it. If not, request a new link.',
    action: NEW_PASSWORD,
  },
  verifyEmail: {
    title: 'This link has expired or was already used',
    text: 'If you already opened it, your email address is confirmed and you can sign in.',
    action: SIGN_IN,
  },
  recoverEmail: {
    title: 'This link has expired or was already used',
    text: 'If you already used it, sign in with your old email address. If not, ask your HRX contact for help.',
    action: SIGN_IN,
  },
  verifyAndChangeEmail: {
    title: 'This link has expired or was already used',
    text: 'If you already used it, sign in with your new email address. If not, change the email address again.',
    action: SIGN_IN,
  },
  signIn: {
    title: 'This link has expired or was already used',
    text: 'It works once, for one hour. Request a new link on the sign-in page, or sign in with your password.',
    action: SIGN_IN,
  },
  revertSecondFactorAddition: {
    title: 'This link has expired or was already used',
    text: 'If you already used it, the second step is removed. If not, ask your HRX contact for help.',
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
