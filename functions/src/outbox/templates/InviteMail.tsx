/** The HTML of an invitation's mail. Tables and inline styles: mail programs know little else (https://www.caniemail.com). */
import type { InviteMailModel, InviteMailWords } from './inviteMailWords.ts';
import { brandColors, MAIL_COLORS } from './mailColors.ts';
import { MailFrame } from './MailFrame.tsx';
import { Button, Line, PlainLink, SoftLink, SoftText, Text, TEXT } from './MailParts.tsx';

interface InviteMailProps {
  model: InviteMailModel;
  words: InviteMailWords;
}

const { light } = MAIL_COLORS;

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

function Quote({ intro, message, brand }: { intro: string; message: string; brand: string }) {
  return (
    <>
      <SoftText margin="0 0 8px">{intro}</SoftText>
      <blockquote
        className="quote text"
        dir="auto"
        style={{
          ...TEXT,
          padding: '12px 16px',
          borderLeft: `4px solid ${brand}`,
          backgroundColor: light.quote,
          overflowWrap: 'anywhere',
          textAlign: 'start',
        }}
      >
        {message.split('\n').flatMap((line, index) => (index === 0 ? [line] : [<br key={index} />, line]))}
      </blockquote>
    </>
  );
}
