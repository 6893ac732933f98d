/** What the state of a membership means. Pure. */
import type { MemberState } from '../contract/statuses.ts';

/** @returns whether they have joined: also while suspended, when they may do nothing but keep their seat. */
export function hasJoined({ state }: { state: MemberState }): boolean {
  return state !== 'invited';
}
