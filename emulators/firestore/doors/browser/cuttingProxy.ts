import { createServer, request, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';

/** The requests of a WebChannel. */
export type ChannelRequest = 'open' | 'send' | 'listen';

/** Where a request loses its connection. */
export type Phase = 'before it arrives' | 'before its answer' | 'amid its answer';

export interface Cut {
  rpc: 'Listen' | 'Write';
  request: ChannelRequest;
  phase: Phase;
}

export interface CuttingProxy {
  port: number;
  /** Whether the request came by, and has lost its connection. */
  hasCut(): boolean;
  close(): void;
}

/** Passes everything on to a server, except that the first request of one kind loses its connection. */
export async function startCuttingProxy(serverPort: number, cut: Cut): Promise<CuttingProxy> {
  let isCut = false;
  const proxy = createServer((incoming, outgoing) => {
    const phase = !isCut && isMeant(incoming, cut) ? cut.phase : undefined;
    if (phase) isCut = true;
    if (phase === 'before it arrives') return void incoming.destroy();
    pass(serverPort, incoming, outgoing, phase);
  });
  proxy.listen(0, '127.0.0.1');
  await once(proxy, 'listening');
  return {
    port: (proxy.address() as AddressInfo).port,
    hasCut: () => isCut,
    close: () => closeNow(proxy),
  };
}

function isMeant({ url = '', method }: IncomingMessage, { rpc, request: kind }: Cut): boolean {
  const { pathname, searchParams } = new URL(url, 'http://localhost');
  if (!pathname.endsWith(`/${rpc}/channel`)) return false;
  if (method === 'GET') return kind === 'listen' && searchParams.get('RID') === 'rpc';
  return method === 'POST' && kind === (searchParams.has('SID') ? 'send' : 'open');
}

function pass(
  port: number,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  phase: Phase | undefined,
): void {
  const { url, method, headers } = incoming;
  const cutOff = (): void => void outgoing.destroy();
  const onward = request({ host: '127.0.0.1', port, path: url, method, headers }, (answer) => {
    if (phase === 'before its answer') {
      cutOff();
      return;
    }
    outgoing.writeHead(answer.statusCode ?? 500, answer.headers);
    answer.on('data', (bytes: Buffer) => {
      if (!phase) return void outgoing.write(bytes);
      // Half of what came first, and then nothing.
      outgoing.write(bytes.subarray(0, Math.ceil(bytes.length / 2)), cutOff);
      answer.pause();
    });
    answer.on('end', () => outgoing.end()).on('error', cutOff);
  });
  onward.on('error', cutOff);
  outgoing.on('close', () => onward.destroy());
  incoming.pipe(onward);
}

function closeNow(proxy: Server): void {
  proxy.close();
  proxy.closeAllConnections();
}
