/** The pieces that our mails are put together from. */
import type { ReactNode } from 'react';
import { MAIL_COLORS } from './mailColors.ts';

const { light } = MAIL_COLORS;
const TEXT = { margin: '0 0 16px', fontSize: 16, lineHeight: '24px', color: light.text };
const SOFT = { margin: '0 0 12px', fontSize: 14, lineHeight: '21px', color: light.soft };

/** A paragraph. */
export function Text({ children }: { children: ReactNode }) {
  return (
    <p className="text" style={TEXT}>
      {children}
    </p>
  );
}

/** A paragraph that may be passed over. */
export function SoftText({
  children,
  margin = SOFT.margin,
}: {
  children: ReactNode;
  margin?: string | number;
}) {
  return (
    <p className="soft" style={{ ...SOFT, margin }}>
      {children}
    </p>
  );
}

export function Heading({ children }: { children: ReactNode }) {
  return (
    <h1
      className="text"
      style={{ margin: '0 0 24px', fontSize: 26, lineHeight: '34px', fontWeight: 700, color: light.text }}
    >
      {children}
    </h1>
  );
}

/** The link once more, for who has to copy it. */
export function PlainLink({ intro, href }: { intro: string; href: string }) {
  return (
    <SoftText>
      {intro}
      <br />
      <SoftLink href={href}>{href}</SoftLink>
    </SoftText>
  );
}

/** A link among what may be passed over. */
export function SoftLink({ href, children }: { href: string; children: string }) {
  return (
    <a className="soft" href={href} style={{ color: light.soft, overflowWrap: 'anywhere' }}>
      {children}
    </a>
  );
}

export function Button({ href, brand, onBrand, children }: ButtonProps) {
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

export function Line() {
  return (
    <hr className="line" style={{ margin: '24px 0', border: 0, borderTop: `1px solid ${light.line}` }} />
  );
}

/** What a person wrote, line by line. */
export function Quote({ intro, message, brand }: { intro: string; message: string; brand: string }) {
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
