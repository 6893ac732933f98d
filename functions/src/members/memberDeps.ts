/** What use cases about members need: types alone. */
import type { AccountDeps } from '../accounts/accountDeps.ts';
import type { MemberStore } from './members.firestore.ts';

export interface MemberDeps extends AccountDeps {
  members: MemberStore;
}
