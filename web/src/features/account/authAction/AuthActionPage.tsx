import { useSyncExternalStore } from 'react';
import { CardPage } from '../../../shared/ui/CardPage.tsx';
import { currentAction, subscribeToActions, type ActionLink } from './actionLink.ts';
import { ConfirmAction } from './ConfirmAction.tsx';
import { DeadCode } from './DeadCode.tsx';
import { LinkSignInByCode, LinkSignInBySecret } from './LinkSignIn.tsx';
import { NewPasswordByCode, NewPasswordBySecret } from './NewPassword.tsx';
import { VerifyEmail } from './VerifyEmail.tsx';

/** `/auth/action`: where the links of mails about an account lead. */
export function AuthActionPage() {
  const { link, count } = useSyncExternalStore(subscribeToActions, currentAction);
  return (
    <CardPage>
      <Action key={count} link={link} />
    </CardPage>
  );
}

function Action({ link }: { link: ActionLink }) {
  switch (link.kind) {
    case 'none':
      return <DeadCode why="missing" />;
    case 'broken':
      return <DeadCode why="broken" />;
    case 'secret':
      return link.opens === 'sign-in' ? (
        <LinkSignInBySecret secret={link.secret} />
      ) : (
        <NewPasswordBySecret secret={link.secret} />
      );
    case 'code':
      return <CodeAction link={link} />;
  }
}

function CodeAction({ link }: { link: Extract<ActionLink, { kind: 'code' }> }) {
  switch (link.mode) {
    case 'resetPassword':
      return <NewPasswordByCode code={link.code} continueUrl={link.continueUrl} />;
    case 'verifyEmail':
      return <VerifyEmail code={link.code} continueUrl={link.continueUrl} />;
    case 'signIn':
      return <LinkSignInByCode href={link.href} continueUrl={link.continueUrl} />;
    case 'recoverEmail':
    case 'verifyAndChangeEmail':
    case 'revertSecondFactorAddition':
      return <ConfirmAction code={link.code} mode={link.mode} />;
  }
}
