import { describe, expect, it } from 'vitest';
import type { AccessRequest } from '../../emulators/firestore/types.ts';
import { loadRules } from '../../emulators/firestore/rules/loadRules.ts';
import {
  documentAt,
  inDatabase,
  NOW,
  query,
  readerOf,
  text,
  where,
} from '../../emulators/firestore/rules/testing/asking.ts';

/** Rules as a product with tenants, members and invitations writes them. */
const rules = loadRules(
  inDatabase(`
    function signedIn() { return request.auth != null && request.auth.uid is string; }
    function memberPath(t, uid) { return /databases/$(database)/documents/tenants/$(t)/members/$(uid); }
    function isStaff() {
      let staff = /databases/$(database)/documents/staff/$(request.auth.uid);
      return signedIn() && request.auth.token.get('hrx', false) == true && get(staff).data.active == true;
    }
    function claimedRole(tenantId) {
      return request.auth.token.get('roles', {}).get(tenantId, {}).get('role', '');
    }
    function hasRole(tenantId) { return signedIn() && claimedRole(tenantId) in ['Admin', 'Recruiter', 'Worker']; }
    function member(t) { return get(memberPath(t, request.auth.uid)).data; }
    function mayRead(t, permission) {
      return hasRole(t) && member(t).state == 'active'
        && (member(t).role == 'Admin' || permission in member(t).permissions);
    }
    function isInvitee(invite) {
      return signedIn() && invite.uid == request.auth.uid
        && invite.email == request.auth.token.email && request.auth.token.email_verified == true;
    }
    match /tenants/{t} {
      allow get: if isStaff() || hasRole(t);
      match /members/{uid} {
        allow get: if uid == request.auth.uid;
        allow read: if isStaff() || mayRead(t, 'members:read');
      }
      match /pending_invites/{uid} { allow read: if isStaff() || mayRead(t, 'invites:create'); }
      match /invite_secrets/{uid} { allow read, write: if false; }
    }
    match /{any=**}/pending_invites/{uid} { allow read: if isInvitee(resource.data); }
    match /users/{uid} { allow get: if request.auth.uid == uid; }
  `),
);

const DOCUMENTS = {
  'staff/hana': { active: { booleanValue: true } },
  'staff/gone': { active: { booleanValue: false } },
  'tenants/acme/members/adam': { state: text('active'), role: text('Admin') },
  'tenants/acme/members/rita': {
    state: text('active'),
    role: text('Recruiter'),
    permissions: { arrayValue: { values: [text('members:read')] } },
  },
  'tenants/acme/members/walt': {
    state: text('active'),
    role: text('Worker'),
    permissions: { arrayValue: {} },
  },
  'tenants/acme/members/sue': { state: text('suspended'), role: text('Admin') },
};

const roleIn = (tenantId: string, role: string) => ({ roles: { [tenantId]: { role, securityLevel: '3' } } });
const otto = { email: 'otto@example.com', email_verified: true };
const people: Record<string, AccessRequest['auth']> = {
  hana: { uid: 'hana', token: { hrx: true } },
  gone: { uid: 'gone', token: { hrx: true } },
  adam: { uid: 'adam', token: roleIn('acme', 'Admin') },
  rita: { uid: 'rita', token: roleIn('acme', 'Recruiter') },
  walt: { uid: 'walt', token: roleIn('acme', 'Worker') },
  sue: { uid: 'sue', token: roleIn('acme', 'Admin') },
  gloria: { uid: 'gloria', token: roleIn('globex', 'Admin') },
  otto: { uid: 'otto', token: otto },
  nobody: null,
};

type Asked = Omit<AccessRequest, 'projectId' | 'databaseId' | 'time' | 'auth'>;

async function may(auth: AccessRequest['auth'], asked: Asked): Promise<boolean> {
  const request = { projectId: 'demo', databaseId: '(default)', time: NOW, auth, ...asked };
  return (await rules.judge(request, readerOf(DOCUMENTS).read)).allowed;
}

async function whoMay(request: Asked): Promise<string[]> {
  const allowed = [];
  for (const [name, auth] of Object.entries(people)) if (await may(auth, request)) allowed.push(name);
  return allowed;
}

const get = (path: string): Asked => ({
  method: 'get',
  path: path.split('/'),
  resource: null,
});
const list = (parent: string, collection: string, filters: Record<string, unknown>[] = []): Asked => ({
  method: 'list',
  path: parent.split('/'),
  query: query(collection, filters),
});

describe('rules of a product', () => {
  it('let staff and people with a role see a tenant', async () => {
    expect(await whoMay(get('tenants/acme'))).toEqual(['hana', 'adam', 'rita', 'walt', 'sue']);
    expect(await whoMay(get('tenants/globex'))).toEqual(['hana', 'gloria']);
  });

  it('let members be listed by those whose member document says so now', async () => {
    expect(await whoMay(list('tenants/acme', 'members'))).toEqual(['hana', 'adam', 'rita']);
    expect(await whoMay(list('tenants/globex', 'members'))).toEqual(['hana']);
    expect(await whoMay(get('tenants/acme/members/walt'))).toEqual(['hana', 'adam', 'rita', 'walt']);
  });

  it('let invitations of a tenant be listed by its inviters', async () => {
    expect(await whoMay(list('tenants/acme', 'pending_invites'))).toEqual(['hana', 'adam']);
  });

  it('show nobody what nobody may see', async () => {
    expect(await whoMay(get('tenants/acme/invite_secrets/adam'))).toEqual([]);
    expect(await whoMay(list('tenants/acme', 'invite_secrets'))).toEqual([]);
    expect(await whoMay(get('elsewhere/x'))).toEqual([]);
    expect(
      await whoMay({ method: 'create', path: ['users', 'adam'], nextResource: documentAt('users/adam', {}) }),
    ).toEqual([]);
    expect(await whoMay(get('users/adam'))).toEqual(['adam']);
  });

  it('read one document for a query, however many functions ask for it', async () => {
    const { read, paths } = readerOf(DOCUMENTS);
    const request = { projectId: 'demo', databaseId: '(default)', time: NOW, auth: people['rita'] ?? null };
    await rules.judge({ ...request, ...list('tenants/acme', 'members') }, read);
    expect(paths).toEqual(['tenants/acme/members/rita']);
  });

  describe('for the invitee, across tenants', () => {
    const mine = [where('uid', 'EQUAL', text('otto')), where('email', 'EQUAL', text('otto@example.com'))];
    const everywhere = (filters: Record<string, unknown>[]): Asked => ({
      method: 'list',
      path: [],
      query: {
        ...query('pending_invites', filters),
        from: [{ collectionId: 'pending_invites', allDescendants: true }],
      },
    });

    it('allow the query that asks for exactly their own', async () => {
      expect(await whoMay(everywhere(mine))).toEqual(['otto']);
      expect(await whoMay(everywhere([...mine, where('status', 'EQUAL', text('pending'))]))).toEqual([
        'otto',
      ]);
    });

    it.each([
      ['no constraint', []],
      ['the uid alone', mine.slice(0, 1)],
      ['the address alone', mine.slice(1)],
      ['another uid', [where('uid', 'EQUAL', text('una')), ...mine.slice(1)]],
      [
        'another address too',
        [
          mine[0]!,
          where('email', 'IN', { arrayValue: { values: [text('otto@example.com'), text('a@b.c')] } }),
        ],
      ],
      ['either', [{ compositeFilter: { op: 'OR', filters: mine } }]],
    ])('deny the query with %s', async (_, filters) => {
      expect(await whoMay(everywhere(filters))).toEqual([]);
    });

    it.each([
      ['an address that is not verified', { ...otto, email_verified: false }],
      ['a claim that says "true" in words', { ...otto, email_verified: 'true' }],
      ['no word about verification', { email: otto.email }],
      ['no address', { email_verified: true }],
      ['another address', { ...otto, email: 'Otto@example.com' }],
    ])('deny a token with %s', async (_, token) => {
      expect(await may({ uid: 'otto', token }, everywhere(mine))).toBe(false);
      expect(await may({ uid: 'otto', token: otto }, everywhere(mine))).toBe(true);
    });

    it('let the invitee get their own invitation and no other', async () => {
      const invite = (uid: string) => ({
        ...get(`tenants/acme/pending_invites/${uid}`),
        resource: documentAt(`tenants/acme/pending_invites/${uid}`, {
          uid: text(uid),
          email: text('otto@example.com'),
        }),
      });
      expect(await whoMay(invite('otto'))).toEqual(['hana', 'adam', 'otto']);
      expect(await whoMay(invite('una'))).toEqual(['hana', 'adam']);
    });
  });

  it.each([
    ['missing', {}],
    ['null', { roles: null }],
    ['a string', { roles: 'Admin' }],
    ['a number', { roles: 7 }],
    ['true', { roles: true }],
    ['an array', { roles: ['acme', { acme: { role: 'Admin' } }] }],
    ['a tenant that is null', { roles: { acme: null } }],
    ['a tenant that is a string', { roles: { acme: 'Admin' } }],
    ['a tenant that is an array', { roles: { acme: ['Admin'] } }],
    ['a role that is a map', { roles: { acme: { role: { role: 'Admin' } } } }],
    ['a role that is an array', { roles: { acme: { role: ['Admin'] } } }],
    ['a role that is null', { roles: { acme: { role: null } } }],
    ['a role in other case', { roles: { acme: { role: 'admin' } } }],
    ['another tenant', { roles: { acme2: { role: 'Admin' } } }],
    [
      'inherited names',
      { roles: { constructor: { role: 'Admin' }, __proto__: { acme: { role: 'Admin' } } } },
    ],
    [
      'its own __proto__',
      JSON.parse('{"roles": {"__proto__": {"acme": {"role": "Admin"}}}}') as Record<string, unknown>,
    ],
    ['not JSON', { roles: () => 'Admin', hrx: Symbol('true') }],
  ])('deny, and do not throw, when the roles in a token are %s', async (_, token) => {
    const auth = { uid: 'adam', token };
    for (const request of [
      get('tenants/acme'),
      list('tenants/acme', 'members'),
      list('tenants/acme', 'pending_invites'),
    ]) {
      expect(await may(auth, request)).toBe(false);
      expect(await may({ uid: 'adam', token: roleIn('acme', 'Admin') }, request)).toBe(true);
    }
  });

  it('deny a token with no uid', async () => {
    const token = roleIn('acme', 'Admin');
    expect(await may({ uid: '', token }, list('tenants/acme', 'members'))).toBe(false);
    expect(await may({ uid: undefined as unknown as string, token }, list('tenants/acme', 'members'))).toBe(
      false,
    );
    expect(await may({ uid: 'a/b', token }, list('tenants/acme', 'members'))).toBe(false);
    expect(await may({ uid: 'adam', token }, list('tenants/acme', 'members'))).toBe(true);
  });
});
