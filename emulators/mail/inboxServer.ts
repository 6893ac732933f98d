/**
 * The inbox over HTTP: a page for people, an interface for tests.
 *
 * - `GET /api/messages?to=ADDRESS` → `[{id, to, from, subject, text, html, at}]`, oldest first; all without `to`
 * - `GET /api/messages/ID/source` → the message as it came over the wire
 * - `DELETE /api/messages?to=ADDRESS` → forgets them; all without `to`
 * - `GET /api/changes` → server-sent events, one after every change
 * - `POST /api/refusals {to?, code, message?, count?}` → the server refuses the next messages; `DELETE` forgets that
 */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { json } from 'node:stream/consumers';
import type { InboxPage } from './inboxPage.ts';
import type { Mailbox } from './mailbox.ts';
import { parseRefusal } from './parseRefusal.ts';
import type { Refusals } from './refusals.ts';

interface Inbox {
  mailbox: Mailbox;
  refusals: Refusals;
  page: InboxPage;
}

interface Exchange {
  request: IncomingMessage;
  response: ServerResponse;
  url: URL;
}

/** What mail shows is other people's text: no script of it runs, and nothing of the page is sent anywhere. */
const CONTENT_SECURITY_POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; connect-src 'self'; frame-src 'self'; " +
  "img-src data: http: https:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** @returns a server that is not listening yet. */
export function createInboxServer(inbox: Inbox): Server {
  return createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://inbox');
    answer(inbox, { request, response, url }).catch((error: unknown) => {
      send(response, 400, 'application/json', JSON.stringify({ error: String(error) }));
    });
  });
}

async function answer(inbox: Inbox, { request, response, url }: Exchange): Promise<void> {
  const { mailbox, refusals, page } = inbox;
  const to = url.searchParams.get('to') ?? undefined;
  const sourceId = /^\/api\/messages\/([^/]+)\/source$/.exec(url.pathname)?.[1];
  const source = sourceId && mailbox.findSource(sourceId);
  const file = page.get(url.pathname);
  switch (`${request.method ?? 'GET'} ${url.pathname}`) {
    case 'GET /api/messages':
      send(response, 200, 'application/json', JSON.stringify(mailbox.list(to)));
      return;
    case 'DELETE /api/messages':
      mailbox.clear(to);
      send(response, 204);
      return;
    case 'GET /api/changes':
      sendChanges(mailbox, response);
      return;
    case 'POST /api/refusals':
      refusals.plan(parseRefusal(await json(request)));
      send(response, 204);
      return;
    case 'DELETE /api/refusals':
      refusals.clear();
      send(response, 204);
      return;
    default:
      if (request.method === 'GET' && source) send(response, 200, 'text/plain; charset=utf-8', source);
      else if (request.method === 'GET' && file) send(response, 200, file.type, file.body);
      else send(response, 404, 'application/json', '{"error":"Not found."}');
  }
}

function send(response: ServerResponse, status: number, type?: string, body?: string | Buffer): void {
  response.writeHead(status, {
    ...(type && { 'content-type': type }),
    'content-security-policy': CONTENT_SECURITY_POLICY,
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cache-control': 'no-store',
  });
  response.end(body);
}

/** Server-sent events: https://html.spec.whatwg.org/multipage/server-sent-events.html */
function sendChanges(mailbox: Mailbox, response: ServerResponse): void {
  response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
  response.write('data: hello\n\n');
  const stop = mailbox.watch(() => response.write('data: changed\n\n'));
  response.once('close', stop);
}
