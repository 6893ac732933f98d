/** The HTML of an invitation's mail. Tables and inline styles: mail programs know little else (https://www.caniemail.com). */
import type { InviteMailModel, InviteMailWords } from './inviteMailWords.ts';
import { brandColors } from './mailColors.ts';
import { MailFrame } from './MailFrame.tsx';
import { Button, Line, PlainLink, Quote, SoftLink, SoftText, Text } from './MailParts.tsx';

interface InviteMailProps {
  model: InviteMailModel;
  words: InviteMailWords;
}

export function InviteMail({ model, words }: InviteMailProps) {
  const colors = brandColors(model.brandColor);
  return (
    <MailFrame words={words} preview={words.preview} brand={colors.brand}>
      <Text>{words.greeting}</Text>
      <Text>{words.invitation}</Text>
      <SoftText margin="0 0 16px">{words.role}</SoftText>
      {model.message && <Quote intro={words.messageIntro} message={model.message} brand={colors.brand} />}
      <Text>{words.next}</Text>
      <Button href={model.link} {...colors}>
        {words.button}
      </Button>
      <Text>{words.expiry}</Text>
      <PlainLink intro={words.linkIntro} href={model.link} />
      <Line />
      <SoftText>
        <SoftLink href={model.declineLink}>{words.decline}</SoftLink>
      </SoftText>
      <SoftText>{words.help}</SoftText>
      <SoftText>{words.why}</SoftText>
      <SoftText margin={0}>{words.ignore}</SoftText>
    </MailFrame>
  );
}
