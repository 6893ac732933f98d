import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import type { ComponentProps } from 'react';
import { StepHeading } from '../ui/StepHeading.tsx';
import { MailRequested } from './MailRequested.tsx';

/** A sign-in link was asked for: it may be on its way, and another way in is a step back. */
export function SignInLinkMailed({ request }: ComponentProps<typeof MailRequested>) {
  return (
    <Stack spacing={2.5}>
      <StepHeading>Check your email</StepHeading>
      <MailRequested request={request} />
      <Button onClick={request.startAgain}>Sign in another way</Button>
    </Stack>
  );
}
