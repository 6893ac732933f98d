/** The HTML of an invitation's mail. Tables and inline styles: mail programs know little else (https://www.caniemail.com). */
import type { InviteMailModel, InviteMailWords } from './inviteMailWords.ts';
import { brandColors, MAIL_COLORS } from './mailColors.ts';
import { MailFrame } from './MailFrame.tsx';

interface InviteMailProps {
  model: InviteMailModel;
  words: InviteMailWords;
}

const { light } = MAIL_COLORS;
const TEXT = { margin: '0 0 16px', fontSize: 16, lineHeight: '24px', color: light.text };
const SOFT = { margin: '0 0 12px', fontSize: 14, lineHeight: '21px', color: light.soft };

export function InviteMail({ model, words }: InviteMailProps) {
  const colors = brandColors(model.brandColor);
  return (
    <MailFrame title={words.subject} preview={words.preview} brand={colors.brand}>
      <h1
        className="text"
        style={{ margin: '0 0 24px', fontSize: 26, lineHeight: '34px', fontWeight: 700, color: light.text }}
      >
        {words.heading}
      </h1>
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
      <p className="soft" style={SOFT}>
        {words.linkIntro}
        <br />
        <a className="soft" href={model.link} style={{ color: light.soft, wordBreak: 'break-all' }}>
          {model.link}
        </a>
      </p>
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

function Button({ href, brand, onBrand, children }: ButtonProps) {
  return (
    <table role="presentation" border={0} cellPadding={0} cellSpacing={0} style={{ margin: '8px 0 24px' }}>
      <tbody>
        <tr>
          <td style={{ borderRadius: 8, backgroundColor: brand }}>
            <a
              href={href}
              style={{
                display: 'inline-block',
                padding: '14px 28px',
                border: `1px solid ${brand}`,
                borderRadius: 8,
                backgroundColor: brand,
                color: onBrand,
                fontSize: 16,
                lineHeight: '20px',
                fontWeight: 600,
                textDecoration: 'none',
              }}
            >
              {children}
            </a>
          </td>
        </tr>
      </tbody>
    </table>
  );
}

interface ButtonProps {
  href: string;
  brand: string;
  onBrand: string;
  children: string;
}

function Line() {
  return (
    <hr className="line" style={{ margin: '24px 0', border: 0, borderTop: `1px solid ${light.line}` }} />
  );
}
