/** The mail that was sent, in memory: one copy for each recipient. */
import { randomUUID } from 'node:crypto';
import PostalMime from 'postal-mime';

export interface Mail {
  id: string;
  /** The address that the mail server was told to deliver to, in lower case. */
  to: string;
  from: string;
  subject: string;
  text: string;
  html: string;
  /** When it arrived, ISO 8601. */
  at: string;
}

interface StoredMail {
  mail: Mail;
  /** As it came over the wire, headers and all. */
  source: Buffer;
}

/** Enough for a day's work; the oldest go first, so that a long test run does not fill the memory. */
const MAILS_KEPT = 5000;

export class Mailbox {
  readonly #stored: StoredMail[] = [];
  readonly #watchers = new Set<() => void>();

  /**
   * Parses one message and keeps a copy for each recipient.
   *
   * @param source the message as it came over the wire
   * @param recipients the envelope's addresses, which may differ from the header `To`
   */
  async deliver(source: Buffer, recipients: string[]): Promise<void> {
    const parsed = await PostalMime.parse(source);
    const at = new Date().toISOString();
    for (const to of recipients) {
      const mail = {
        id: randomUUID(),
        to: to.toLowerCase(),
        from: writtenAddress(parsed.from),
        subject: parsed.subject ?? '',
        text: parsed.text ?? '',
        html: parsed.html ?? '',
        at,
      };
      this.#stored.push({ mail, source });
    }
    this.#stored.splice(0, this.#stored.length - MAILS_KEPT);
    this.#tell();
  }

  /** @returns the mails to one address, or all, oldest first. */
  list(to?: string): Mail[] {
    const wanted = to?.toLowerCase();
    return this.#stored.map(({ mail }) => mail).filter((mail) => wanted === undefined || mail.to === wanted);
  }

  /** @returns the message as it came over the wire, or undefined when it is not (or no longer) here. */
  findSource(id: string): Buffer | undefined {
    return this.#stored.find(({ mail }) => mail.id === id)?.source;
  }

  /** Forgets the mails to one address, or all. */
  clear(to?: string): void {
    const wanted = to?.toLowerCase();
    const kept = this.#stored.filter(({ mail }) => wanted !== undefined && mail.to !== wanted);
    this.#stored.splice(0, this.#stored.length, ...kept);
    this.#tell();
  }

  /** @param listener called after every change @returns how to stop it */
  watch(listener: () => void): () => void {
    this.#watchers.add(listener);
    return () => this.#watchers.delete(listener);
  }

  #tell(): void {
    for (const listener of this.#watchers) listener();
  }
}

function writtenAddress(from: { name: string; address?: string | undefined } | undefined): string {
  const address = from?.address ?? '';
  return from?.name ? `${from.name} <${address}>` : address;
}
