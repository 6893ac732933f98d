/** Faults on purpose: the next messages that the mail server shall refuse, for tests of what happens then. */

export interface Refusal {
  /** Refuse mail to this address only; without it, to any. */
  to?: string | undefined;
  /** 4xx: try again later (RFC 5321, 4.2.1). 5xx: never. */
  code: number;
  /** The server's own words. */
  message: string;
  /** How many messages are refused before the next is taken again. */
  count: number;
}

export class Refusals {
  #planned: Refusal[] = [];

  plan(refusal: Refusal): void {
    this.#planned.push({ ...refusal, to: refusal.to?.toLowerCase() });
  }

  clear(): void {
    this.#planned = [];
  }

  /** @returns what to answer for a message to this address, counting it, or undefined to take the message. */
  next(to: string): { code: number; message: string } | undefined {
    const refusal = this.#planned.find((each) => each.to === undefined || each.to === to.toLowerCase());
    if (!refusal) return undefined;
    refusal.count -= 1;
    this.#planned = this.#planned.filter((each) => each.count > 0);
    return { code: refusal.code, message: refusal.message };
  }
}
