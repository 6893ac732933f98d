import { useState } from 'react';
import { JoinSentence } from './JoinSentence.tsx';
import { NameFields } from './NameFields.tsx';
import type { SetPasswordForm } from './useSetPasswordForm.ts';

interface WhoJoinsProps {
  account: string;
  form: SetPasswordForm;
  /** What the server found wrong. */
  errors: Readonly<Record<string, string>>;
}

/** Who will join, under which name: fields for it stand there for who wants to correct it. */
export function WhoJoins({ account, form, errors }: WhoJoinsProps) {
  const [isChanging, setIsChanging] = useState(false);
  const { firstName, lastName } = form.typed;
  const name = `${firstName} ${lastName}`.trim();
  const showsFields = isChanging || 'firstName' in errors || 'lastName' in errors;
  if (!showsFields) {
    return <JoinSentence account={account} name={name} onChangeName={() => setIsChanging(true)} />;
  }
  return (
    <>
      <JoinSentence account={account} />
      <NameFields form={form} errors={errors} startsHere={isChanging} />
    </>
  );
}
