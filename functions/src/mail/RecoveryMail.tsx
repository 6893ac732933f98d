/** The HTML of a mail that lets somebody back in. */
import { brandColors } from './mailColors.ts';
import { MailFrame } from './MailFrame.tsx';
import { Button, Heading, Line, PlainLink, SOFT, TEXT } from './MailParts.tsx';
import type { RecoveryMailWords } from './recoveryMailWords.ts';

/** It is about an account and no tenant: the colours are ours. */
const colors = brandColors(null);

export function RecoveryMail({ words, link }: { words: RecoveryMailWords; link: string }) {
  return (
    <MailFrame title={words.subject} preview={words.asked} brand={colors.brand}>
      <Heading>{words.heading}</Heading>
      <p className="text" style={TEXT}>
        {words.asked}
      </p>
      <p className="text" style={TEXT}>
        {words.next}
      </p>
      {words.button !== null && (
        <>
          <Button href={link} {...colors}>
            {words.button}
          </Button>
          <PlainLink intro={words.linkIntro} href={link} />
        </>
      )}
      <Line />
      <p className="soft" style={{ ...SOFT, margin: 0 }}>
        {words.notYou}
      </p>
    </MailFrame>
  );
}
