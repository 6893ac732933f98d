/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
// The inbox page: a list that follows the server, and the message whose id stands in the address (#id).
import type { Mail } from '../mailbox.ts';
import { linkIn } from './linkIn.ts';
import { mailDocument } from './mailDocument.ts';

function element<T extends HTMLElement>(id: string, type: new () => T): T {
  const found = document.getElementById(id);
  if (!(found instanceof type)) throw new Error(`The page has no ${type.name} #${id}.`);
  return found;
}

const list = element('list', HTMLOListElement);
const empty = element('empty', HTMLParagraphElement);
const message = element('message', HTMLElement);
const html = element('html', HTMLIFrameElement);
const text = element('text', HTMLPreElement);
const showHtml = element('show-html', HTMLButtonElement);
const showText = element('show-text', HTMLButtonElement);
const search = element('search', HTMLInputElement);
const phone = element('phone', HTMLButtonElement);
const dark = element('dark', HTMLButtonElement);
const linkRow = element('link', HTMLDivElement);
const copy = element('copy', HTMLButtonElement);
const status = element('status', HTMLParagraphElement);

const NONE_YET = 'No emails yet. Invite someone and the email appears here.';
const NONE_FOUND = 'No emails found. Try another word.';

let mails: Mail[] = [];
let shownId = '';

async function load(): Promise<void> {
  const response = await fetch('/api/messages');
  const before = mails.length;
  mails = ((await response.json()) as Mail[]).reverse();
  const arrived = mails.length - before;
  if (arrived > 0) status.textContent = `${arrived} new`;
  showList();
  showMessage();
}

function showList(): void {
  const found = mails.filter(matchesSearch);
  empty.hidden = found.length > 0;
  empty.textContent = mails.length > 0 ? NONE_FOUND : NONE_YET;
  const focused = document.activeElement?.getAttribute('href');
  list.replaceChildren(...found.map(listItem));
  if (focused) list.querySelector<HTMLElement>(`a[href="${CSS.escape(focused)}"]`)?.focus();
}

/** Every word is somewhere in the mail, in any case. */
function matchesSearch({ to, from, subject, text: plain }: Mail): boolean {
  const all = `${to} ${from} ${subject} ${plain}`.toLowerCase();
  return search.value
    .toLowerCase()
    .split(/\s+/)
    .every((word) => all.includes(word));
}

function listItem(mail: Mail): HTMLLIElement {
  const item = document.createElement('li');
  const link = document.createElement('a');
  link.href = `#${mail.id}`;
  if (mail.id === location.hash.slice(1)) link.setAttribute('aria-current', 'true');
  const subject = document.createElement('strong');
  subject.textContent = mail.subject || '(no subject)';
  const to = document.createElement('span');
  to.textContent = mail.to;
  const at = document.createElement('time');
  at.dateTime = mail.at;
  at.textContent = new Date(mail.at).toLocaleTimeString();
  link.append(subject, to, at);
  item.append(link);
  return item;
}

function shownMail(): Mail | undefined {
  return mails.find(({ id }) => id === location.hash.slice(1));
}

function showMessage(): void {
  const mail = shownMail();
  message.hidden = !mail;
  document.title = mail ? `${mail.subject} · Inbox` : `Inbox (${mails.length})`;
  if (!mail || mail.id === shownId) {
    shownId = mail?.id ?? '';
    return;
  }
  shownId = mail.id;
  element('subject', HTMLHeadingElement).textContent = mail.subject || '(no subject)';
  element('to', HTMLElement).textContent = mail.to;
  element('from', HTMLElement).textContent = mail.from;
  element('at', HTMLElement).textContent = new Date(mail.at).toLocaleString();
  element('source', HTMLAnchorElement).href = `/api/messages/${mail.id}/source`;
  showHtmlOf(mail);
  linkRow.hidden = linkIn(mail.text) === undefined;
  copy.textContent = 'Copy link';
  text.textContent = mail.text || '(no plain text)';
  showAs(mail.html === '' ? 'text' : 'html');
}

/** The frame's sandbox keeps everything of the mail but its links where it is. */
function showHtmlOf(mail: Mail): void {
  html.srcdoc = mailDocument(mail.html, isPressed(dark) ? 'dark' : 'light');
}

function isPressed(button: HTMLButtonElement): boolean {
  return button.getAttribute('aria-pressed') === 'true';
}

function press(button: HTMLButtonElement, pressed: boolean): void {
  button.setAttribute('aria-pressed', String(pressed));
}

function showAs(form: 'html' | 'text'): void {
  html.hidden = form !== 'html';
  text.hidden = form !== 'text';
  press(showHtml, form === 'html');
  press(showText, form === 'text');
}

function setDark(isDark: boolean): void {
  press(dark, isDark);
  html.classList.toggle('dark', isDark);
  const mail = shownMail();
  if (mail) showHtmlOf(mail);
}

async function copyLink(): Promise<void> {
  try {
    await navigator.clipboard.writeText(linkIn(shownMail()?.text ?? '') ?? '');
    copy.textContent = 'Copied';
    status.textContent = 'The link is copied.';
  } catch {
    status.textContent = "The link couldn't be copied. Copy it from the email.";
  }
}

setDark(matchMedia('(prefers-color-scheme: dark)').matches);
showHtml.addEventListener('click', () => showAs('html'));
showText.addEventListener('click', () => showAs('text'));
search.addEventListener('input', showList);
phone.addEventListener('click', () => {
  press(phone, !isPressed(phone));
  html.classList.toggle('phone', isPressed(phone));
});
dark.addEventListener('click', () => setDark(!isPressed(dark)));
copy.addEventListener('click', () => void copyLink());
window.addEventListener('hashchange', () => {
  showList();
  showMessage();
});
element('clear', HTMLButtonElement).addEventListener('click', () => {
  void fetch('/api/messages', { method: 'DELETE' });
});
// It says hello when it connects, also after the suite was started again.
new EventSource('/api/changes').addEventListener('message', () => void load());
