/** The HTML of a reminder. */
import { brandColors } from './mailColors.ts';
import { MailFrame } from './MailFrame.tsx';
import { Button, Line, PlainLink, SoftLink, SoftText, Text } from './MailParts.tsx';
import type { ReminderMailModel, ReminderMailWords } from './reminderMailWords.ts';

interface ReminderMailProps {
  model: ReminderMailModel;
  words: ReminderMailWords;
}

export function ReminderMail({ model, words }: ReminderMailProps) {
  const colors = brandColors(model.brandColor);
  return (
    <MailFrame words={words} preview={words.preview} brand={colors.brand}>
      <Text>{words.greeting}</Text>
      <Text>{words.reminder}</Text>
      <Text>{words.expiry}</Text>
      <Button href={model.link} {...colors}>
        {words.button}
      </Button>
      <PlainLink intro={words.linkIntro} href={model.link} />
      <Line />
      <SoftText>
        <SoftLink href={model.declineLink}>{words.decline}</SoftLink>
      </SoftText>
      <SoftText>{words.why}</SoftText>
      <SoftText margin={0}>
        <SoftLink href={model.offLink}>{words.off}</SoftLink>
      </SoftText>
    </MailFrame>
  );
}
