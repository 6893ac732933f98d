import type { IncomingMessage, ServerResponse } from 'node:http';
import type { FirestoreService } from '../../types.ts';
import { callerFrom } from '../caller.ts';
import { answerText, readBody } from '../httpBody.ts';
import { BackChannel, KEEP_ALIVE_MS } from './BackChannel.ts';
import { ChannelSession } from './ChannelSession.ts';
import { channelChunk } from './Outbox.ts';
import { parseChannelForm, parseHeaderLines } from './channelForm.ts';

/** The version of the wire that the client asks for (`VER=8`), and the server's own, as Google's servers answer. */
const CLIENT_WIRE_VERSION = 8;
const SERVER_WIRE_VERSION = 12;

const STREAM_PATH = /^\/google\.firestore\.v1\.Firestore\/(Listen|Write)\/channel$/;

export interface WebChannelDoor {
  /** Takes a request for one of the two streams; answers false, untouched, where it is for something else. */
  handle(request: IncomingMessage, response: ServerResponse, url: URL): Promise<boolean>;
  /** Ends every session. */
  close(): void;
}

/**
 * WebChannel, by which the web SDK in a browser speaks Listen and Write: streams made of plain HTTP requests. There is
 * no specification; the client is @firebase/webchannel-wrapper. A POST without `SID` opens a session, a GET with
 * `RID=rpc` is the back channel on which the server speaks, further POSTs bring requests, `TYPE=terminate` ends it.
 */
export function createWebChannelDoor(service: FirestoreService): WebChannelDoor {
  const sessions = new Map<string, ChannelSession>();

  async function openSession(rpc: 'Listen' | 'Write', exchange: Exchange): Promise<void> {
    const { request, response } = exchange;
    const form = parseChannelForm(await readBody(request));

    const session = new ChannelSession({
      rpc,
      openStream: (sink) => {
        const caller = callerFrom(readAuthorization(exchange, form.headers));
        return rpc === 'Listen' ? service.listen(caller, sink) : service.write(caller, sink);
      },
      onOver: (id) => sessions.delete(id),
    });
    sessions.set(session.id, session);

    const handshake = ['c', session.id, '', CLIENT_WIRE_VERSION, SERVER_WIRE_VERSION, KEEP_ALIVE_MS];
    answerText(response, 200, channelChunk([[0, handshake]]));
    session.accept(form.requests);
  }

  return {
    async handle(request, response, url) {
      const rpc = STREAM_PATH.exec(url.pathname)?.[1];
      if (rpc !== 'Listen' && rpc !== 'Write') return false;

      const exchange = { request, response, url };
      const sessionId = url.searchParams.get('SID');
      if (sessionId === null) {
        await openSession(rpc, exchange);
        return true;
      }

      const session = sessions.get(sessionId);
      if (session) await continueSession(session, exchange);
      // The client looks for these two words, past the first character of the answer.
      else answerText(response, 400, 'Error: Unknown SID');
      return true;
    },
    close() {
      for (const session of [...sessions.values()]) session.close();
    },
  };
}

interface Exchange {
  request: IncomingMessage;
  response: ServerResponse;
  url: URL;
}

async function continueSession(session: ChannelSession, { request, response, url }: Exchange): Promise<void> {
  const query = url.searchParams;
  const acknowledged = Number(query.get('AID') ?? 0);

  if (query.get('TYPE') === 'terminate') {
    session.close();
    answerText(response, 200, '');
    return;
  }

  if (query.get('RID') === 'rpc') {
    const hold = query.get('TO');
    const wish = { streaming: query.get('CI') !== '1', ...(hold !== null && { holdMs: Number(hold) }) };
    session.attach(new BackChannel(response, wish), acknowledged);
    return;
  }

  const { requests } = parseChannelForm(await readBody(request));
  session.acknowledge(acknowledged);
  session.accept(requests);
  const status = JSON.stringify(session.status);
  answerText(response, 200, `${status.length}\n${status}`);
}

/** Who opens a channel: the SDK puts its headers into the form, older ones into `$httpHeaders` of the address. */
function readAuthorization({ request, url }: Exchange, formHeaders: Map<string, string>): string | undefined {
  const addressHeaders = parseHeaderLines(url.searchParams.get('$httpHeaders') ?? '');
  return (
    formHeaders.get('authorization') ?? addressHeaders.get('authorization') ?? request.headers.authorization
  );
}
