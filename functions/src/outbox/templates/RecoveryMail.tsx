/** The HTML of a mail that lets somebody back in. */
import { brandColors } from './mailColors.ts';
import { MailFrame } from './MailFrame.tsx';
import { Button, Line, PlainLink, SoftText, Text } from './MailParts.tsx';
import type { RecoveryMailWords } from './recoveryMailWords.ts';

/** It is about an account and no tenant: the colours are ours. */
const colors = brandColors(null);

export function RecoveryMail({ words, link }: { words: RecoveryMailWords; link: string }) {
  return (
    <MailFrame words={words} preview={words.asked} brand={colors.brand}>
      <Text>{words.asked}</Text>
      <Text>{words.next}</Text>
      {words.button !== null && (
        <>
          <Button href={link} {...colors}>
            {words.button}
          </Button>
          <PlainLink intro={words.linkIntro} href={link} />
        </>
      )}
      <Line />
      <SoftText margin={0}>{words.notYou}</SoftText>
    </MailFrame>
  );
}
