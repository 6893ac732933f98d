/** The few pages that a function answers with itself: without a script, and without anything that they would load. Pure. */

interface Page {
  title: string;
  text: string;
  /** Posts to the page's own address. */
  button?: string;
}

/** The colours are those of our emails. */
const STYLE = [
  ':root{color-scheme:light dark}',
  "body{margin:0;padding:48px 16px;font:16px/1.5 -apple-system,'Segoe UI',Roboto,Arial,sans-serif;background:#f6f4ef;color:#1a2527}",
  'main{max-width:28rem;margin:0 auto;padding:32px;border-radius:12px;background:#fff}',
  'h1{margin:0 0 16px;font-size:1.5rem;line-height:1.3}p{margin:0 0 24px}main>:last-child{margin-bottom:0}',
  'button{font:inherit;font-weight:600;padding:12px 24px;border:0;border-radius:8px;background:#0f5c58;color:#fff;cursor:pointer}',
  'button:focus-visible{outline:3px solid #0f5c58;outline-offset:2px}',
  '@media(prefers-color-scheme:dark){body{background:#111819;color:#e9eeec}main{background:#192223}}',
].join('');

/** @param page words of ours alone: nothing is escaped. */
export function htmlPage({ title, text, button }: Page): string {
  const form = button === undefined ? '' : `<form method="post"><button>${button}</button></form>`;
  return [
    '<!doctype html><html lang="en"><head><meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex">',
    `<title>${title} · HRX Invites</title><style>${STYLE}</style></head>`,
    `<body><main><h1>${title}</h1><p>${text}</p>${form}</main></body></html>`,
  ].join('');
}
