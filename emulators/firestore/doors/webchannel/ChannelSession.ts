import { randomUUID } from 'node:crypto';
import type { StreamSession, StreamSink } from '../../types.ts';
import { parseJson } from '../httpBody.ts';
import { fromJson, toJson } from '../protoJson.ts';
import { toRestError } from '../restError.ts';
import type { BackChannel } from './BackChannel.ts';
import { Outbox } from './Outbox.ts';
import { RequestQueue } from './RequestQueue.ts';
import type { NumberedRequest } from './channelForm.ts';

/** A client without a back channel is gone: it comes back within 15 seconds (`Xc` in @firebase/webchannel-wrapper). */
const EXPIRE_AFTER_MS = 60_000;

export interface ChannelSessionOptions {
  rpc: 'Listen' | 'Write';
  /** Opens the service's side of the stream, or throws. */
  openStream: (sink: StreamSink) => StreamSession;
  /** The session is over: the client ended it, or has not been seen for a minute. */
  onOver: (id: string) => void;
}

/** One WebChannel: a stream of the service, spread over POSTs (up) and GETs that are kept open (down). */
export class ChannelSession {
  readonly id = randomUUID();
  readonly #options: ChannelSessionOptions;
  readonly #outbox = new Outbox();
  readonly #requests = new RequestQueue();
  readonly #stream: StreamSession;
  #back: BackChannel | null = null;
  #sentThrough = 0;
  #failed = false;
  #over = false;
  #flushing: NodeJS.Immediate | undefined;
  #keepAlive: NodeJS.Timeout | undefined;
  #expiry: NodeJS.Timeout | undefined;

  constructor(options: ChannelSessionOptions) {
    this.#options = options;
    this.#stream = this.#openStream();
    this.#expectClient();
  }

  /** What a POST is answered: whether a back channel is open, and what was last sent down it. */
  get status(): [backChannelOpen: 0 | 1, lastIdSent: number, bytesOutstanding: 0] {
    return [this.#back ? 1 : 0, this.#sentThrough, 0];
  }

  /** Takes the requests of a POST, and hands those whose turn has come to the service. */
  accept(requests: NumberedRequest[]): void {
    if (!this.#back) this.#expectClient();

    for (const data of this.#requests.accept(requests)) {
      if (this.#failed || this.#over) return;
      try {
        this.#stream.request(fromJson(`${this.#options.rpc}Request`, parseJson(data)));
      } catch (error) {
        this.#stream.close();
        this.#fail(error);
      }
    }
  }

  /** The client has everything up to `id`. */
  acknowledge(id: number): void {
    this.#outbox.acknowledge(id);
  }

  /**
   * Takes the client's new back channel in place of the old one, and sends what is above `acknowledged` again. A
   * streaming one speaks at once: the client takes silence for a proxy that holds answers back.
   */
  attach(back: BackChannel, acknowledged: number): void {
    const previous = this.#back;
    this.#back = back;
    previous?.end();

    clearTimeout(this.#expiry);
    back.onOver(() => this.#detach(back));
    this.acknowledge(acknowledged);
    this.#sentThrough = acknowledged;
    if (back.streaming && this.#outbox.after(acknowledged).length === 0) this.#outbox.add(['noop']);
    this.#flush();
    this.#stayAlive();
  }

  /** Ends the stream, the back channel and every timer. */
  close(): void {
    if (this.#over) return;
    this.#over = true;

    clearImmediate(this.#flushing);
    clearTimeout(this.#keepAlive);
    clearTimeout(this.#expiry);
    this.#stream.close();
    this.#back?.end();
    this.#back = null;
    this.#options.onOver(this.id);
  }

  /** A stream that cannot be opened (a token that cannot be read) fails by the channel, where the client looks. */
  #openStream(): StreamSession {
    const { rpc, openStream } = this.#options;
    try {
      return openStream({
        send: (message) => this.#push([toJson(`${rpc}Response`, message)]),
        fail: (error) => this.#fail(error),
      });
    } catch (error) {
      this.#fail(error);
      return { request: () => undefined, close: () => undefined };
    }
  }

  #fail(error: unknown): void {
    this.#failed = true;
    this.#push([toRestError(error)]);
  }

  /** What the service says in one go travels in one chunk. */
  #push(content: unknown[]): void {
    if (this.#over) return;

    this.#outbox.add(content);
    this.#flushing ??= setImmediate(() => this.#flush());
  }

  #flush(): void {
    clearImmediate(this.#flushing);
    this.#flushing = undefined;
    const arrays = this.#outbox.after(this.#sentThrough);
    if (!this.#back || arrays.length === 0) return;

    this.#sentThrough = this.#outbox.lastId;
    this.#back.write(arrays);
    if (this.#back.open) this.#stayAlive();
    else this.#detach(this.#back);
  }

  #stayAlive(): void {
    clearTimeout(this.#keepAlive);
    if (!this.#back) return;
    this.#keepAlive = setTimeout(() => this.#push(['noop']), this.#back.idleMs).unref();
  }

  #detach(back: BackChannel): void {
    if (this.#back !== back) return;

    this.#back = null;
    clearTimeout(this.#keepAlive);
    this.#expectClient();
  }

  #expectClient(): void {
    clearTimeout(this.#expiry);
    if (!this.#over) this.#expiry = setTimeout(() => this.close(), EXPIRE_AFTER_MS).unref();
  }
}
