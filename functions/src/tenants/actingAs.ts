/** What somebody in a tenant may use of their standing: power takes a proven address. Pure. */
import { needsProvenAddress, withoutPower, type Actor } from '../domain/authority.ts';
import { DomainError } from '../platform/DomainError.ts';

/**
 * @param isProven whether the address of the actor's account is known to be its owner's, on a fresh record.
 * @param assertMay throws the operation's refusal for an actor who may not do it at all.
 * @returns the actor as they may act now.
 * @throws the operation's refusal; auth/address-not-proven for who may do it once their address is proven.
 */
export function actingAs(actor: Actor, isProven: boolean, assertMay: (actor: Actor) => void): Actor {
  assertMay(actor);
  if (isProven) return actor;
  // Nobody becomes staff with an unproven address: this one has changed since.
  if (actor.kind === 'hrx') throw new DomainError('auth/address-not-proven');
  if (!needsProvenAddress(actor)) return actor;
  const left: Actor = { kind: 'member', ...withoutPower(actor) };
  try {
    assertMay(left);
  } catch {
    throw new DomainError('auth/address-not-proven');
  }
  return left;
}
