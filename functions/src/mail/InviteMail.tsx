/** The HTML of an invitation's mail. Tables and inline styles: mail programs know little else (https://www.caniemail.com). */
import type { InviteMailModel, InviteMailWords } from './inviteMailWords.ts';
import { brandColors, MAIL_COLORS } from './mailColors.ts';
import { MailFrame } from './MailFrame.tsx';
import { Button, Heading, Line, PlainLink, SOFT, TEXT } from './MailParts.tsx';

interface InviteMailProps {
  model: InviteMailModel;
  words: InviteMailWords;
}

const { light } = MAIL_COLORS;

export function InviteMail({ model, words }: InviteMailProps) {
  const colors = brandColors(model.brandColor);
  return (
    <MailFrame title={words.subject} preview={words.preview} brand={colors.brand}>
      <Heading>{words.heading}</Heading>
      <p className="text" style={TEXT}>
        {words.greeting}
      </p>
      <p className="text" style={TEXT}>
        {words.invitation}
      </p>
      <p className="soft" style={{ ...SOFT, margin: '0 0 16px' }}>
        {words.role}
      </p>
      {model.message && <Quote intro={words.messageIntro} message={model.message} brand={colors.brand} />}
      <p className="text" style={TEXT}>
        {words.next}
      </p>
      <Button href={model.link} {...colors}>
        {words.button}
      </Button>
      <p className="text" style={TEXT}>
        {words.expiry}
      </p>
      <PlainLink intro={words.linkIntro} href={model.link} />
      <Line />
      <p className="soft" style={SOFT}>
        {words.why}
      </p>
      <p className="soft" style={{ ...SOFT, margin: 0 }}>
        {words.unknownSender}
      </p>
    </MailFrame>
  );
}

function Quote({ intro, message, brand }: { intro: string; message: string; brand: string }) {
  return (
    <>
      <p className="soft" style={{ ...SOFT, margin: '0 0 8px' }}>
        {intro}
      </p>
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
