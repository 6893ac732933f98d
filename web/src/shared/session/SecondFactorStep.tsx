import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { useRef, useState, type SyntheticEvent } from 'react';
import { Field } from '../ui/Field.tsx';
import { StepHeading } from '../ui/StepHeading.tsx';
import type { SecondFactor, SecondStep } from './secondFactorOf.ts';
import { toProblem } from '../callable/toProblem.ts';

interface SecondFactorStepProps {
  secondFactor: SecondFactor;
  /** Back to the first step. */
  onBack: () => void;
}

type Work = 'sending' | 'checking';
const DIGITS = /^\d{6}$/;

/** The second step of a sign-in: the code of an app, or of a text message. */
export function SecondFactorStep({ secondFactor, onBack }: SecondFactorStepProps) {
  const { steps } = secondFactor;
  const [chosen, setChosen] = useState<SecondStep | undefined>(steps[0]);
  const [sentTo, setSentTo] = useState<string | null>(null);
  const [code, setCode] = useState('');
  const [work, setWork] = useState<Work | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const input = useRef<HTMLInputElement>(null);

  const run = async (what: Work, action: () => Promise<void>) => {
    setWork(what);
    setProblem(null);
    try {
      await action();
      // After `checking` the session follows, and with it the page.
      if (what === 'sending') setWork(null);
    } catch (error) {
      setProblem(toProblem(error).message);
      setWork(null);
    }
  };
  const asksCode = chosen?.kind === 'app' || (chosen !== undefined && sentTo === chosen.id);
  const handleSubmit = (event: SyntheticEvent) => {
    event.preventDefault();
    if (!chosen || work) return;
    if (!asksCode) {
      void run('sending', async () => {
        await secondFactor.sendCode(chosen.id);
        setSentTo(chosen.id);
      });
    } else if (!DIGITS.test(code.trim())) {
      setProblem('Enter the six digits of the code.');
      input.current?.focus();
    } else void run('checking', () => secondFactor.finish(chosen.id, code.trim()));
  };
  const choose = (step: SecondStep) => {
    setChosen(step);
    setCode('');
    setProblem(null);
  };

  return (
    <Stack component="form" noValidate spacing={2.5} aria-label="Second step" onSubmit={handleSubmit}>
      <StepHeading>One more step</StepHeading>
      <Typography>{explain(chosen, asksCode)}</Typography>
      {problem && <Alert severity="error">{problem}</Alert>}
      {asksCode && (
        <Field
          label="Six-digit code"
          autoComplete="one-time-code"
          isCode
          isDigits
          value={code}
          onChange={setCode}
          inputRef={input}
        />
      )}
      {chosen && (
        <Button type="submit" variant="contained" size="large" loading={work !== null}>
          {asksCode ? 'Sign in' : 'Send code'}
        </Button>
      )}
      {steps
        .filter((step) => step !== chosen)
        .map((step) => (
          <Button key={step.id} disabled={work !== null} onClick={() => choose(step)}>
            {step.kind === 'app' ? `Use a code from ${step.label}` : `Use a text message to ${step.label}`}
          </Button>
        ))}
      <Button disabled={work !== null} onClick={onBack}>
        Back
      </Button>
    </Stack>
  );
}

function explain(step: SecondStep | undefined, asksCode: boolean): string {
  if (!step) return "We don't support the second step of this account. Ask your HRX contact for help.";
  if (step.kind === 'app') return `Open ${step.label} and enter the code it shows.`;
  return asksCode
    ? `We sent a text message to ${step.label}. Enter the code.`
    : `This account needs a code. We'll send it to ${step.label}.`;
}
