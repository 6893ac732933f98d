/** What use cases about invitations need: types alone. */
import type { MemberDeps } from '../members/memberDeps.ts';
import type { DueInvitations } from './dueInvitations.firestore.ts';
import type { Timelines } from './timelines.firestore.ts';
import type { UnusedUsers } from './unusedUsers.firestore.ts';
import type { OpenInvitations } from './openInvitations.firestore.ts';
import type { InviteStore } from './invites.firestore.ts';

export interface InviteDeps extends MemberDeps {
  invites: InviteStore;
  /** Where our functions are, for what no page of ours stands before. */
  functionsUrl(): string;
  dueInvitations: DueInvitations;
  timelines: Timelines;
  unusedUsers: UnusedUsers;
  openInvitations: OpenInvitations;
}
