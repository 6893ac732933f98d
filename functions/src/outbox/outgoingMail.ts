/** A mail on its way out, and what became of it: types alone. */

export interface RenderedMail {
  subject: string;
  /** What stands before our address as the sender. undefined: the name in MAIL_FROM. */
  fromName?: string | undefined;
  /** Where an answer goes; one address. undefined: nowhere. */
  replyTo?: string | undefined;
  /** Where its reader's mail program posts, when they press its button "Unsubscribe" (RFC 8058). */
  unsubscribeUrl?: string | undefined;
  html: string;
  text: string;
  /**
   * The same mail with something else for all that people typed, where it holds any: so that a word of theirs is not
   * taken for a mistake of ours.
   */
  withoutTyped?: () => Promise<RenderedMail>;
}

export interface OutgoingMail extends Omit<RenderedMail, 'withoutTyped'> {
  /** Exactly one address. */
  to: string;
  /** The same for each try of the same mail, so that mailboxes know it when it comes twice. */
  messageKey: string;
}

/** What the mail server says: taken, or not in its own words. `permanent`: it never will. */
export type SmtpAnswer = { taken: true } | { taken: false; permanent: boolean; words: string };

/**
 * Sends one mail.
 * @throws where it cannot even be tried: a setting is wrong.
 */
export type SendMail = (mail: OutgoingMail) => Promise<SmtpAnswer>;
