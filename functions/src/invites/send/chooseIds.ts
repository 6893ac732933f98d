/** What an invitation chooses at random: once, before its transaction, so that a second run of that changes nothing. */
import type { Random } from '../../platform/random.ts';
import { ownUid } from '../../domain/account.ts';

export interface ChosenIds {
  /** For the account, where one has to be made. */
  uid: string;
  inviteId: string;
  /** What makes each of the two links differ from all others. */
  nonces: { mail: string; handover: string };
  /** Of the first entry of its timeline. */
  eventId: string;
  /** Of the one that tells a correction. */
  correctionId: string;
  /** Who will project the claims. */
  holder: string;
}

export function chooseIds(random: Random): ChosenIds {
  return {
    uid: ownUid(random.hex(12)),
    inviteId: random.hex(10),
    nonces: { mail: random.hex(16), handover: random.hex(16) },
    eventId: random.hex(10),
    correctionId: random.hex(10),
    holder: random.hex(10),
  };
}
