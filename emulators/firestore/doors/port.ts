import { once } from 'node:events';
import type { Server as HttpServer } from 'node:http';
import { connect, createServer } from 'node:net';
import type { AddressInfo, Socket } from 'node:net';

/** How an HTTP/2 connection begins (RFC 9113, 3.4); gRPC is the only client here that speaks it. */
const HTTP2_PREFACE = Buffer.from('PRI * HTTP/2');

export interface OpenPort {
  /** The port that was opened: the one asked for, or a free one for 0. */
  port: number;
  /** Stops listening, and ends every connection. */
  close(): Promise<void>;
}

/** What stands behind the port. */
export interface PortDoors {
  http: HttpServer;
  /** The loopback port on which the gRPC server listens. */
  grpcPort: number;
}

/**
 * Opens one TCP port for gRPC and HTTP/1.1, told apart by the first bytes of a connection. HTTP/1.1 takes the socket
 * over; the HTTP/2 server cannot take one that was read from, so its bytes are piped to where it listens.
 *
 * @throws Error with code EADDRINUSE where the port is taken
 */
export async function openPort(host: string, port: number, doors: PortDoors): Promise<OpenPort> {
  const sockets = new Set<Socket>();
  const keep = (socket: Socket): void => {
    sockets.add(socket);
    socket.on('error', () => socket.destroy());
    socket.once('close', () => sockets.delete(socket));
  };

  const server = createServer({ allowHalfOpen: true, noDelay: true }, (socket) => {
    keep(socket);
    readStart(socket, (isHttp2) => {
      if (!isHttp2) {
        doors.http.emit('connection', socket);
        return;
      }
      const inner = connect({ port: doors.grpcPort, host: '127.0.0.1', allowHalfOpen: true, noDelay: true });
      keep(inner);
      join(socket, inner);
    });
  });

  server.listen(port, host);
  await once(server, 'listening');

  return {
    port: (server.address() as AddressInfo).port,
    async close() {
      const closed = once(server, 'close');
      server.close();
      for (const socket of sockets) socket.destroy();
      await closed;
    },
  };
}

/** Reads until it is clear whether HTTP/2 speaks, puts what was read back, and says so. */
function readStart(socket: Socket, decide: (isHttp2: boolean) => void): void {
  let start = Buffer.alloc(0);

  const read = (): void => {
    const chunk = socket.read() as Buffer | null;
    if (chunk) start = Buffer.concat([start, chunk]);
    const known = Math.min(start.length, HTTP2_PREFACE.length);
    const agrees = start.subarray(0, known).equals(HTTP2_PREFACE.subarray(0, known));
    if (agrees && known < HTTP2_PREFACE.length) return;

    socket.off('readable', read);
    socket.off('end', leave);
    socket.unshift(start);
    decide(agrees);
  };
  const leave = (): void => {
    socket.destroy();
  };
  socket.on('readable', read);
  socket.once('end', leave);
}

function join(outer: Socket, inner: Socket): void {
  outer.pipe(inner);
  inner.pipe(outer);
  outer.once('close', () => inner.destroy());
  inner.once('close', () => outer.destroy());
}
