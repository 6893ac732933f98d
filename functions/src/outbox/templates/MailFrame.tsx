/** What surrounds the words of every mail: its head and heading, and one column of 600 px on the page's colour. */
import type { ReactNode } from 'react';
import { MAIL_COLORS } from './mailColors.ts';
import { Heading } from './MailParts.tsx';

interface MailFrameProps {
  words: { subject: string; heading: string };
  /** What mailboxes show beside the subject. */
  preview: string;
  brand: string;
  children: ReactNode;
}

const { light, dark } = MAIL_COLORS;
const FONT = "-apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif";

/** Inline styles are the light scheme. Programs that know dark mode read these rules, others leave them out. */
const DARK_RULES = [
  `.page { background-color: ${dark.page} !important; }`,
  `.card { background-color: ${dark.card} !important; }`,
  `.quote { background-color: ${dark.quote} !important; }`,
  `.text { color: ${dark.text} !important; }`,
  `.soft { color: ${dark.soft} !important; }`,
  `.line { border-top-color: ${dark.line} !important; }`,
].join(' ');
const STYLES = `:root { color-scheme: light dark; } @media (prefers-color-scheme: dark) { ${DARK_RULES} }`;

export function MailFrame({ words, preview, brand, children }: MailFrameProps) {
  return (
    <html lang="en" dir="ltr">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="supported-color-schemes" content="light dark" />
        <meta name="format-detection" content="telephone=no, date=no, address=no, email=no" />
        <title>{words.subject}</title>
        <style>{STYLES}</style>
      </head>
      <body className="page" style={{ margin: 0, padding: 0, backgroundColor: light.page, fontFamily: FONT }}>
        <div style={{ display: 'none', maxHeight: 0, overflow: 'hidden' }}>{preview}</div>
        <Table className="page" width="100%" style={{ backgroundColor: light.page }}>
          <td align="center" style={{ padding: '32px 12px' }}>
            <Table
              className="card"
              width="600"
              style={{ width: '100%', maxWidth: 600, borderRadius: 12, backgroundColor: light.card }}
            >
              <td
                style={{
                  padding: '36px 32px',
                  borderTop: `6px solid ${brand}`,
                  borderRadius: 12,
                  // Names may be one long word. Programs that do not know the first know the second.
                  overflowWrap: 'anywhere',
                  wordBreak: 'break-word',
                }}
                align="left"
              >
                <div role="main">
                  <Heading>{words.heading}</Heading>
                  {children}
                </div>
              </td>
            </Table>
          </td>
        </Table>
      </body>
    </html>
  );
}

interface TableProps {
  className: string;
  width: string;
  style: React.CSSProperties;
  /** The one cell. */
  children: ReactNode;
}

function Table({ className, width, style, children }: TableProps) {
  return (
    <table
      className={className}
      role="presentation"
      width={width}
      border={0}
      cellPadding={0}
      cellSpacing={0}
      style={style}
    >
      <tbody>
        <tr>{children}</tr>
      </tbody>
    </table>
  );
}
