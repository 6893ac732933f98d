import type { ServerResponse } from 'node:http';
import { channelChunk } from './Outbox.ts';
import type { ChannelArray } from './Outbox.ts';

/** How long a back channel may be silent: what the handshake announces, and the client waits half as long again. */
export const KEEP_ALIVE_MS = 30_000;

/** A browser keeps all that a response brought, so a long one is ended, and the client opens the next. */
const ROTATE_AFTER_CHARACTERS = 4 * 1024 * 1024;

/** What a client asks of its back channel. */
export interface BackChannelWish {
  /** False (`CI=1`): a proxy holds answers back until they end, so each chunk ends its response. */
  streaming: boolean;
  /** `TO`: how long a long poll may be held. */
  holdMs?: number;
}

/** One GET of a client that is kept open: what the server says goes down it. */
export class BackChannel {
  readonly streaming: boolean;
  /** How long it may stay silent before a `noop` must go down it. */
  readonly idleMs: number;
  readonly #response: ServerResponse;
  #written = 0;

  constructor(response: ServerResponse, wish: BackChannelWish) {
    this.streaming = wish.streaming;
    this.idleMs = Math.min(wish.holdMs ?? KEEP_ALIVE_MS, KEEP_ALIVE_MS);
    this.#response = response;
    response.writeHead(200, {
      'content-type': 'text/plain; charset=utf-8',
      'cache-control': 'no-cache, no-store',
      'x-content-type-options': 'nosniff',
    });
    response.flushHeaders();
  }

  /** False once it was ended, by either side. */
  get open(): boolean {
    return !this.#response.writableEnded && !this.#response.destroyed;
  }

  /** Calls back once, when it is over for whatever reason. */
  onOver(listener: () => void): void {
    this.#response.once('close', listener);
  }

  /** Writes a chunk; ends the response where the client waits for that, or where it has grown long. */
  write(arrays: ChannelArray[]): void {
    const chunk = channelChunk(arrays);
    this.#response.write(chunk);
    this.#written += chunk.length;

    if (!this.streaming || this.#written > ROTATE_AFTER_CHARACTERS) this.end();
  }

  end(): void {
    this.#response.end();
  }
}
