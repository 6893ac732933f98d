import { createServer, request as httpRequest } from 'node:http';
import type { IncomingMessage, Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { FirestoreError } from '../../types.ts';
import type { Caller, FirestoreService, Message, StreamSink } from '../../types.ts';
import { createWebChannelDoor } from './webChannelDoor.ts';
import type { WebChannelDoor } from './webChannelDoor.ts';

const LISTEN = '/google.firestore.v1.Firestore/Listen/channel';

/** In the service's place: remembers one stream, and lets the test speak for the service. */
class FakeStream {
  readonly requests: Message[] = [];
  caller: Caller | undefined;
  sink: StreamSink | undefined;
  closed = false;

  readonly service: FirestoreService = {
    unary: () => Promise.reject(new Error('not a stream')),
    serverStream: () => {
      throw new Error('not a stream');
    },
    listen: (caller, sink) => this.#open(caller, sink),
    write: (caller, sink) => this.#open(caller, sink),
  };

  say(targetId: number): void {
    this.sink?.send({ targetChange: { targetIds: [targetId] } });
  }

  #open(caller: Caller, sink: StreamSink): ReturnType<FirestoreService['listen']> {
    this.caller = caller;
    this.sink = sink;
    return {
      request: (message) => this.requests.push(message),
      close: () => {
        this.closed = true;
      },
    };
  }
}

/** Reads a back channel chunk by chunk, as the client does: by counting UTF-16 code units. */
async function* readArrays(response: IncomingMessage): AsyncGenerator<[number, unknown[]]> {
  let buffered = '';
  response.setEncoding('utf8');
  for await (const piece of response as AsyncIterable<string>) {
    buffered += piece;
    for (;;) {
      const lineEnd = buffered.indexOf('\n');
      const length = Number(buffered.slice(0, lineEnd));
      if (lineEnd < 0 || buffered.length < lineEnd + 1 + length) break;
      const chunk = buffered.slice(lineEnd + 1, lineEnd + 1 + length);
      yield* JSON.parse(chunk) as [number, unknown[]][];
      buffered = buffered.slice(lineEnd + 1 + length);
    }
  }
}

async function take(
  arrays: AsyncGenerator<[number, unknown[]]>,
  count: number,
): Promise<[number, unknown[]][]> {
  const taken: [number, unknown[]][] = [];
  while (taken.length < count) {
    const next = await arrays.next();
    if (next.done) throw new Error(`The back channel ended after ${JSON.stringify(taken)}.`);
    taken.push(next.value);
  }
  return taken;
}

describe('WebChannel', () => {
  let stream: FakeStream;
  let door: WebChannelDoor;
  let server: Server;

  beforeEach(async () => {
    stream = new FakeStream();
    door = createWebChannelDoor(stream.service);
    server = createServer((request, response) => {
      const url = new URL(request.url ?? '/', 'http://localhost');
      void door.handle(request, response, url).then((taken) => {
        if (!taken) response.writeHead(404).end();
      });
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
  });

  afterEach(async () => {
    vi.useRealTimers();
    door.close();
    server.closeAllConnections();
    server.close();
    await once(server, 'close');
  });

  async function ask(method: string, address: string, body = ''): Promise<IncomingMessage> {
    const { port } = server.address() as AddressInfo;
    const request = httpRequest({ port, host: '127.0.0.1', method, path: address, agent: false });
    request.end(body);
    const [response] = (await once(request, 'response')) as [IncomingMessage];
    return response;
  }

  async function openSession(body = 'count=0'): Promise<string> {
    const answer = await text(await ask('POST', `${LISTEN}?VER=8&RID=100&CVER=22&t=1`, body));
    const [, sid] = /^\d+\n\[\[0,\["c","([^"]+)","",8,12,30000\]\]\]$/.exec(answer) ?? [];
    if (sid === undefined) throw new Error(`No handshake: ${answer}`);
    return sid;
  }

  function openBackChannel(sid: string, acknowledged: number, more = '&CI=0'): Promise<IncomingMessage> {
    return ask('GET', `${LISTEN}?RID=rpc&SID=${sid}&AID=${acknowledged}&TYPE=xmlhttp${more}`);
  }

  /** Opens the back channel and reads past the `noop` with which it begins. */
  async function listenTo(sid: string, acknowledged = 0): Promise<AsyncGenerator<[number, unknown[]]>> {
    const arrays = readArrays(await openBackChannel(sid, acknowledged));
    expect(await take(arrays, 1)).toEqual([[acknowledged + 1, ['noop']]]);
    return arrays;
  }

  it('opens a session with the headers and the requests of the form', async () => {
    const headers = encodeURIComponent('Authorization:Bearer owner\r\n');
    const data = encodeURIComponent(JSON.stringify({ addTarget: { targetId: 2, query: { parent: 'x' } } }));
    await openSession(`headers=${headers}&count=1&ofs=0&req0___data__=${data}`);

    expect(stream.caller).toEqual({ kind: 'owner' });
    expect(stream.requests).toMatchObject([{ addTarget: { targetId: 2, query: { parent: 'x' } } }]);
  });

  it('takes a client without a token for nobody', async () => {
    await openSession();

    expect(stream.caller).toEqual({ kind: 'client', auth: null });
  });

  it('tells a client with an unreadable token so, where it looks: in the channel', async () => {
    const sid = await openSession(`headers=${encodeURIComponent('Authorization:Bearer x\r\n')}&count=0`);
    const arrays = readArrays(await openBackChannel(sid, 0));

    expect(await take(arrays, 1)).toMatchObject([[1, [{ error: { code: 401, status: 'UNAUTHENTICATED' } }]]]);
  });

  it('writes what the service says down the back channel, as it comes', async () => {
    const sid = await openSession();
    const arrays = await listenTo(sid);

    stream.sink?.send({ documentDelete: { document: 'ünï🎉' } });
    stream.say(7);
    expect(await take(arrays, 2)).toEqual([
      [2, [{ documentDelete: { document: 'ünï🎉' } }]],
      [3, [{ targetChange: { targetIds: [7] } }]],
    ]);
  });

  it('keeps what the service says until there is a back channel', async () => {
    const sid = await openSession();
    stream.say(1);

    const arrays = readArrays(await openBackChannel(sid, 0));
    expect(await take(arrays, 1)).toEqual([[1, [{ targetChange: { targetIds: [1] } }]]]);
  });

  it('sends again what a new back channel does not acknowledge, and ends the old one', async () => {
    const sid = await openSession();
    const old = await listenTo(sid);
    stream.say(1);
    stream.say(2);
    await take(old, 2);

    const arrays = readArrays(await openBackChannel(sid, 2));
    expect(await take(arrays, 1)).toEqual([[3, [{ targetChange: { targetIds: [2] } }]]]);
    expect(await old.next()).toMatchObject({ done: true });
  });

  it('answers further requests with the state of the back channel, and takes each once', async () => {
    const sid = await openSession();
    const body = `count=1&ofs=0&req0___data__=${encodeURIComponent('{"removeTarget":4}')}`;
    expect(await text(await ask('POST', `${LISTEN}?SID=${sid}&RID=101&AID=0`, body))).toBe('7\n[0,0,0]');

    const arrays = await listenTo(sid);
    stream.say(1);
    await take(arrays, 1);
    expect(await text(await ask('POST', `${LISTEN}?SID=${sid}&RID=101&AID=2`, body))).toBe('7\n[1,2,0]');
    expect(stream.requests).toEqual([{ removeTarget: 4, targetChange: 'removeTarget' }]);
  });

  it('ends each answer for a client behind a proxy that holds answers back', async () => {
    const sid = await openSession();
    const poll = await openBackChannel(sid, 0, '&CI=1');
    stream.say(1);
    stream.say(2);

    const chunk = '[[1,[{"targetChange":{"targetIds":[1]}}]],[2,[{"targetChange":{"targetIds":[2]}}]]]';
    expect(await text(poll)).toBe(`${chunk.length}\n${chunk}`);
  });

  it('says noop after 30 seconds of silence, or as soon as a long poll asks', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const sid = await openSession();
    const arrays = await listenTo(sid);
    vi.advanceTimersByTime(30_000);
    expect(await take(arrays, 1)).toEqual([[2, ['noop']]]);

    const poll = await openBackChannel(sid, 2, '&CI=1&TO=5000');
    vi.advanceTimersByTime(5_000);
    expect(await text(poll)).toBe('14\n[[3,["noop"]]]');
  });

  it('tells the client of an error of the stream', async () => {
    const sid = await openSession();
    const arrays = await listenTo(sid);

    stream.sink?.fail(new FirestoreError('PERMISSION_DENIED', 'Not yours.'));
    const error = { code: 403, message: 'Not yours.', status: 'PERMISSION_DENIED' };
    expect(await take(arrays, 1)).toEqual([[2, [{ error }]]]);
  });

  it('refuses a request that is no message, and ends the stream', async () => {
    const sid = await openSession('count=1&ofs=0&req0___data__=%7Bbroken');
    const arrays = readArrays(await openBackChannel(sid, 0));

    expect(await take(arrays, 1)).toMatchObject([[1, [{ error: { status: 'INVALID_ARGUMENT' } }]]]);
    expect(stream.closed).toBe(true);
  });

  it('ends the stream when the client terminates the session, which then is unknown', async () => {
    const sid = await openSession();
    await text(await ask('POST', `${LISTEN}?SID=${sid}&RID=102&TYPE=terminate`));
    expect(stream.closed).toBe(true);

    const back = await openBackChannel(sid, 0);
    expect(back.statusCode).toBe(400);
    expect((await text(back)).indexOf('Unknown SID')).toBeGreaterThan(0);
  });

  it('ends the stream of a client that has been gone for a minute, not before', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const sid = await openSession();
    const back = await openBackChannel(sid, 0);
    vi.advanceTimersByTime(60_000);
    expect(stream.closed).toBe(false);

    back.destroy();
    await vi.waitFor(() => {
      vi.advanceTimersByTime(60_000);
      expect(stream.closed).toBe(true);
    });
  });

  it('has no business with other addresses', async () => {
    expect((await ask('GET', '/google.firestore.v1.Firestore/Other/channel')).statusCode).toBe(404);
  });
});
