import { createServer } from 'node:http';
import { connect, createServer as createTcpServer } from 'node:net';
import type { AddressInfo, Server, Socket } from 'node:net';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openPort } from './port.ts';
import type { OpenPort } from './port.ts';

const PREFACE = 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n';

describe('the one port', () => {
  let inner: Server;
  let opened: OpenPort;

  beforeEach(async () => {
    // In the gRPC server's place: sends back what it gets.
    inner = createTcpServer((socket: Socket) => socket.pipe(socket));
    inner.listen(0, '127.0.0.1');
    await once(inner, 'listening');

    const http = createServer((request, response) => {
      void text(request).then((body) => response.end(`${request.method ?? ''} ${body}`));
    });
    opened = await openPort('127.0.0.1', 0, { http, grpcPort: (inner.address() as AddressInfo).port });
  });

  afterEach(async () => {
    await opened.close();
    inner.close();
  });

  function dial(): Socket {
    return connect({ port: opened.port, host: '127.0.0.1', noDelay: true });
  }

  it('hands what begins as HTTP/2 to the gRPC server, byte for byte', async () => {
    const socket = dial();
    socket.end(`${PREFACE}and the rest`);

    expect(await text(socket)).toBe(`${PREFACE}and the rest`);
  });

  it('waits for the whole beginning when it comes in pieces', async () => {
    const socket = dial();
    socket.write('PR');
    await once(socket, 'ready');
    await new Promise(setImmediate);
    socket.end(PREFACE.slice(2));

    expect(await text(socket)).toBe(PREFACE);
  });

  it('answers HTTP/1.1, also when its first letter is that of HTTP/2', async () => {
    const url = `http://127.0.0.1:${opened.port}/`;

    expect(await (await fetch(url, { method: 'POST', body: 'hello' })).text()).toBe('POST hello');
    expect(await (await fetch(url, { method: 'PUT', body: 'x'.repeat(300_000) })).text()).toHaveLength(
      300_004,
    );
  });

  it('says so when the port is taken', async () => {
    const http = createServer();

    await expect(openPort('127.0.0.1', opened.port, { http, grpcPort: 1 })).rejects.toMatchObject({
      code: 'EADDRINUSE',
    });
  });

  it('ends every connection when it closes', async () => {
    const silent = dial();
    const grpc = dial();
    grpc.write(PREFACE);
    await once(grpc, 'data');
    const ends = [silent, grpc].map((socket) => {
      socket.on('error', () => socket.destroy());
      return once(socket, 'close');
    });

    await opened.close();
    await Promise.all(ends);

    await expect(fetch(`http://127.0.0.1:${opened.port}/`)).rejects.toThrow();
    opened = await openPort('127.0.0.1', opened.port, { http: createServer(), grpcPort: 1 });
  });
});
