/** Everybody that the rules tell apart, by the ID token that they come with. `null` is nobody. */
import type { TokenOptions } from '@firebase/rules-unit-testing';

/** The instant (seconds) at which everybody signed in, but for those whose name says otherwise. */
export const SIGNED_IN_AT = 1_800_000_000;

export interface Person {
  uid: string;
  token: TokenOptions;
}

function person(uid: string, token: TokenOptions = {}): Person {
  return {
    uid,
    token: { email: `${uid}@acme.example`, email_verified: true, auth_time: SIGNED_IN_AT, ...token },
  };
}

function inAcme(role: string) {
  return { roles: { acme: { role, securityLevel: '2' } } };
}

export const people = {
  nobody: null,
  'hana of HRX': person('hana', { hrx: true }),
  'a claim of HRX without a staff document': person('claimer', { hrx: true }),
  'HRX staff whose token is older than that': person('new-staff'),
  'former HRX staff': person('former', { hrx: true }),
  'HRX staff whose session was ended': person('hana-ended', { hrx: true }),
  'adam, Admin of acme': person('adam', inAcme('Admin')),
  'an Admin whose session was ended': person('adam-ended', inAcme('Admin')),
  'an Admin who was removed': person('removed', inAcme('Admin')),
  'an Admin who is suspended': person('suspended', inAcme('Admin')),
  'an Admin with an unproven address': person('unproven', { ...inAcme('Admin'), email_verified: false }),
  'an Admin begun by hand-over and then verified': person('clicked', inAcme('Admin')),
  'an Admin whose proven address has changed': person('changed', inAcme('Admin')),
  'HRX staff with an unproven address': person('hana', { hrx: true, email_verified: false }),
  'a Worker who may read members, with an unproven address': person('reader', {
    ...inAcme('Worker'),
    email_verified: false,
  }),
  'an Admin who is only invited': person('invited-admin', inAcme('Admin')),
  'a member by document without a claim': person('unclaimed'),
  'a member whose claims are cut short': person('truncated', { rolesTruncated: true }),
  'mona, Manager of acme': person('mona', inAcme('Manager')),
  'a Recruiter who may invite': person('rita', inAcme('Recruiter')),
  'a Worker who may read members': person('reader', inAcme('Worker')),
  'a Worker who may read the audit': person('auditor', inAcme('Worker')),
  'a Worker who may manage invitations': person('manager', inAcme('Worker')),
  'a Worker who may manage members': person('hr', inAcme('Worker')),
  'walt, Worker of acme': person('walt', inAcme('Worker')),
  'ivy, invited to acme': person('ivy', inAcme('Worker')),
  'ed, whose invitation has ended': person('ed', inAcme('Worker')),
  'una, invited with an unproven address': person('una', { email_verified: false }),
  'hank, begun by hand-over and then verified': person('hank'),
  'harry, begun by hand-over and then proven': person('harry'),
  'rosa, whose account is being reclaimed': person('rosa'),
  'iris, whose session was ended': person('iris'),
  "the squatter of ivy's uid with another address": person('ivy', { email: 'other@evil.example' }),
  'gloria, Admin of globex': person('gloria', { roles: { globex: { role: 'Admin', securityLevel: '7' } } }),
  'otto, in no tenant': person('otto'),
} satisfies Record<string, Person | null>;

export type PersonName = keyof typeof people;

export const everybody = Object.keys(people) as PersonName[];
