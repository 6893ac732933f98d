/** The invitations that acme begins with: one in each state, so that no page opens empty. Adam sent them all. */
import type { Role } from '../../functions/src/contract/roles.ts';
import type { InviteStatus, MailState } from '../../functions/src/contract/statuses.ts';

export interface DemoInvite {
  /** Of the shape of the accounts that the functions make, but for Rita's, who was there before. */
  uid: string;
  email: string;
  firstName: string;
  lastName: string;
  role: Role;
  designation: string | null;
  message: string | null;
  /** In the words of who declined or revoked it. */
  reason: string | null;
  status: InviteStatus;
  sentHoursAgo: number;
  /** `queued`: it is delivered when the suite has started, and lies in the inbox. */
  mail: MailState;
}

export const DEMO_INVITER_UID = 'adam';
export const DEMO_INVITES_TENANT_ID = 'acme';

/** How long after it was sent an invitation was opened and answered. */
export const ANSWERED_AFTER_HOURS = 3;

function invite(
  number: number,
  name: string,
  status: InviteStatus,
  given: Pick<DemoInvite, 'role' | 'sentHoursAgo'> & Partial<DemoInvite>,
): DemoInvite {
  const [firstName = '', lastName = ''] = name.split(' ');
  return {
    uid: `inv_${String(number).padStart(24, '0')}`,
    email: `${firstName.toLowerCase()}@example.com`,
    firstName,
    lastName,
    designation: null,
    message: null,
    reason: null,
    status,
    mail: 'sent',
    ...given,
  };
}

export const demoInvites: DemoInvite[] = [
  invite(1, 'Ivy Chen', 'pending', {
    role: 'Worker',
    designation: 'Forklift operator',
    message: 'Welcome to the team. We start on Monday at seven.',
    sentHoursAgo: 1,
    mail: 'queued',
  }),
  invite(2, 'Priya Raman', 'pending', { role: 'Recruiter', sentHoursAgo: 26, mail: 'queued' }),
  invite(3, 'Ned Fischer', 'pending', { role: 'Worker', sentHoursAgo: 2, mail: 'failed' }),
  invite(4, 'Rita Novak', 'accepted', {
    uid: 'rita',
    email: 'rita@acme.example',
    role: 'Recruiter',
    sentHoursAgo: 20 * 24,
  }),
  invite(5, 'Dora Blum', 'declined', {
    role: 'Worker',
    sentHoursAgo: 4 * 24,
    reason: 'I have found another job closer to home.',
  }),
  invite(6, 'Robin Castle', 'revoked', {
    role: 'Manager',
    sentHoursAgo: 5 * 24,
    reason: 'The position was filled.',
  }),
  invite(7, 'Edda Olsen', 'expired', { role: 'Worker', sentHoursAgo: 9 * 24 }),
];
