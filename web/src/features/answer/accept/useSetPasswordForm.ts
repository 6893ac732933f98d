import { useRef, useState, type RefObject, type SyntheticEvent } from 'react';
import { addressProblem } from '../redeem/matchesMask.ts';
import { passwordStrength, type PasswordStrength } from '../../../shared/ui/passwordStrength.ts';
import type { Invite } from '../redeem/redeemReducer.ts';
import type { Typed } from '../redeem/takeNextStage.ts';

export interface SetPasswordForm {
  typed: Typed;
  change: (field: keyof Typed, value: string) => void;
  strength: PasswordStrength;
  /** What was wrong at the last try to send, until it is mended. */
  errors: { email: string | null; password: string | null };
  emailInput: RefObject<HTMLInputElement | null>;
  passwordInput: RefObject<HTMLInputElement | null>;
  /** Calls `onSend` when everything that is asked for is well. */
  handleSubmit: (onSend: (typed: Typed) => void) => (event: SyntheticEvent) => void;
}

interface Asks {
  asksAddress: boolean;
  asksPassword: boolean;
}

/** What a person types on their first way in; nothing of it is lost when something fails. */
export function useSetPasswordForm(invite: Invite, { asksAddress, asksPassword }: Asks): SetPasswordForm {
  const [typed, setTyped] = useState<Typed>({
    email: '',
    password: '',
    firstName: invite.firstName ?? '',
    lastName: invite.lastName ?? '',
  });
  const [wasSent, setWasSent] = useState(false);
  const emailInput = useRef<HTMLInputElement>(null);
  const passwordInput = useRef<HTMLInputElement>(null);

  const [localPart = ''] = typed.email.split('@');
  const strength = passwordStrength(typed.password, [
    typed.firstName,
    typed.lastName,
    localPart,
    invite.tenantName,
  ]);
  const found = {
    email: asksAddress ? addressProblem(typed.email, invite.maskedEmail) : null,
    password: asksPassword && !strength.allowed ? strength.words : null,
  };

  return {
    typed,
    change: (field, value) => setTyped((before) => ({ ...before, [field]: value })),
    strength,
    errors: wasSent ? found : { email: null, password: null },
    emailInput,
    passwordInput,
    handleSubmit: (onSend) => (event) => {
      event.preventDefault();
      setWasSent(true);
      if (found.email !== null) emailInput.current?.focus();
      else if (found.password !== null) passwordInput.current?.focus();
      else onSend({ ...typed, email: typed.email.trim() });
    },
  };
}
