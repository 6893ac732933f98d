import { assertFails, assertSucceeds } from '@firebase/rules-unit-testing';
import { collection, doc, getDoc, getDocs } from 'firebase/firestore';
import { afterAll, beforeAll, describe, it } from 'vitest';
import { paths } from '../../functions/src/contract/paths.ts';
import { openRules, type Rules } from './environment.ts';
import { SIGNED_IN_AT } from './people.ts';
import { writeWorld } from './writeWorld.ts';

let rules: Rules;
beforeAll(async () => {
  rules = await openRules('tokens');
  await writeWorld(rules.environment);
});
afterAll(() => rules.environment.cleanup());

/** adam's account with claims of this shape. */
function adamWith(claims: Record<string, unknown>) {
  return rules.as({
    uid: 'adam',
    token: { email: 'adam@acme.example', email_verified: true, auth_time: SIGNED_IN_AT, ...claims },
  });
}

describe('claims of the wrong shape open nothing, even for an Admin [READ-12]', () => {
  const shapes: Record<string, Record<string, unknown>> = {
    'no roles': {},
    'roles: null': { roles: null },
    'roles: a string': { roles: 'acme' },
    'roles: a list': { roles: ['acme', 'Admin'] },
    'roles: a number': { roles: 7 },
    'the tenant: null': { roles: { acme: null } },
    'the tenant: a string': { roles: { acme: 'Admin' } },
    'the tenant: a list': { roles: { acme: ['Admin'] } },
    'the role: empty': { roles: { acme: { role: '' } } },
    'the tenant in other letters': { roles: { ACME: { role: 'Admin' } } },
    'rolesTruncated: a word': { rolesTruncated: 'true' },
    'hrx: a word': { hrx: 'true' },
    'HRX in capitals': { HRX: true },
    'hrx among the roles': { roles: { hrx: true } },
  };

  it.each(Object.entries(shapes))('%s', async (_name, claims) => {
    await assertFails(getDocs(collection(adamWith(claims), paths.members('acme'))));
    await assertFails(getDocs(collection(adamWith(claims), paths.tenants())));
    await assertFails(getDoc(doc(adamWith(claims), paths.tenantSettings('acme'))));
  });

  it('while claims of the right shape open what is an Admin’s', async () => {
    const adam = adamWith({ roles: { acme: { role: 'Admin', securityLevel: '7' } } });
    await assertSucceeds(getDocs(collection(adam, paths.members('acme'))));
  });

  it('and a role that a token claims is worth what the member document says [READ-12]', async () => {
    const walt = rules.as({
      uid: 'walt',
      token: {
        email_verified: true,
        auth_time: SIGNED_IN_AT,
        roles: { acme: { role: 'Admin', securityLevel: '7' } },
      },
    });
    await assertFails(getDocs(collection(walt, paths.members('acme'))));
  });
});

it('a token of an earlier session opens nothing once sessions were ended [READ-14, SESS-03]', async () => {
  const claims = { roles: { acme: { role: 'Admin', securityLevel: '7' } } };
  const before = adamWith({ ...claims, auth_time: SIGNED_IN_AT - 1 });
  await assertFails(getDocs(collection(before, paths.members('acme'))));
  for (const own of [paths.user('adam'), paths.member('acme', 'adam')]) {
    await assertFails(getDoc(doc(before, own)));
    await assertSucceeds(getDoc(doc(adamWith(claims), own)));
  }
});
