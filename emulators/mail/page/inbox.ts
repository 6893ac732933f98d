/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
// The inbox page: a list that follows the server, and the message whose id stands in the address (#id).
import type { Mail } from '../mailbox.ts';

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
const status = element('status', HTMLParagraphElement);

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
  empty.hidden = mails.length > 0;
  const focused = document.activeElement?.getAttribute('href');
  list.replaceChildren(...mails.map(listItem));
  if (focused) list.querySelector<HTMLElement>(`a[href="${CSS.escape(focused)}"]`)?.focus();
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

function showMessage(): void {
  const mail = mails.find(({ id }) => id === location.hash.slice(1));
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
  // Links open beside the inbox; the frame's sandbox keeps everything else of the mail where it is.
  html.srcdoc = `<base target="_blank">${mail.html}`;
  text.textContent = mail.text || '(no plain text)';
  showAs(mail.html === '' ? 'text' : 'html');
}

function showAs(form: 'html' | 'text'): void {
  html.hidden = form !== 'html';
  text.hidden = form !== 'text';
  showHtml.setAttribute('aria-pressed', String(form === 'html'));
  showText.setAttribute('aria-pressed', String(form === 'text'));
}

showHtml.addEventListener('click', () => showAs('html'));
showText.addEventListener('click', () => showAs('text'));
window.addEventListener('hashchange', () => {
  showList();
  showMessage();
});
element('clear', HTMLButtonElement).addEventListener('click', () => {
  void fetch('/api/messages', { method: 'DELETE' });
});
// It says hello when it connects, also after the suite was started again.
new EventSource('/api/changes').addEventListener('message', () => void load());
