import { describe, expect, it, vi } from 'vitest';
import type { AccessRequest } from '../types.ts';
import { loadRules } from './loadRules.ts';
import { ask, askIf, documentAt, inDatabase, NOW, query, readerOf, text, whole } from './testing/asking.ts';

const ALL_METHODS = ['get', 'list', 'create', 'update', 'delete'] as const;
const asked: AccessRequest = {
  projectId: 'demo',
  databaseId: '(default)',
  method: 'get',
  path: ['things', 'one'],
  auth: null,
  time: NOW,
};

describe('judging a request', () => {
  it.each([
    ['read', ['get', 'list']],
    ['write', ['create', 'update', 'delete']],
    ['get', ['get']],
    ['list', ['list']],
    ['create', ['create']],
    ['update, delete', ['update', 'delete']],
  ])('allow %s covers %j alone', async (methods, covered) => {
    const rules = inDatabase(`match /things/{id} { allow ${methods}; }`);
    const allowed = [];
    for (const method of ALL_METHODS) {
      const where = method === 'list' ? { path: [], query: query('things') } : {};
      if ((await ask(rules, { method, ...where })).allowed) allowed.push(method);
    }
    expect(allowed).toEqual(covered);
  });

  it('shows a write the document before and after it', async () => {
    const rules = inDatabase(`match /things/{id} {
      allow create: if resource == null && request.resource.data.n == 1 && request.resource.id == id;
      allow update: if request.resource.data.diff(resource.data).affectedKeys().hasOnly(['n']);
      allow delete: if request.resource == null && resource.data.n == 1;
    }`);
    const before = documentAt('things/one', { n: whole(1), name: text('Ada') });
    const renumbered = documentAt('things/one', { n: whole(2), name: text('Ada') });
    const renamed = documentAt('things/one', { n: whole(1), name: text('Bob') });

    expect(await ask(rules, { method: 'create', nextResource: before })).toMatchObject({ allowed: true });
    expect(await ask(rules, { method: 'create', nextResource: renumbered })).toMatchObject({
      allowed: false,
    });
    const update = { method: 'update', resource: before } as const;
    expect(await ask(rules, { ...update, nextResource: renumbered })).toMatchObject({ allowed: true });
    expect(await ask(rules, { ...update, nextResource: renamed })).toMatchObject({ allowed: false });
    expect(await ask(rules, { method: 'delete', resource: before })).toMatchObject({ allowed: true });
    expect(await ask(rules, { method: 'delete', resource: renumbered })).toMatchObject({ allowed: false });
  });

  it('has no document where there is none', async () => {
    const rules = inDatabase(
      'match /things/{id} { allow get: if resource == null || resource.data.n == 1; }',
    );
    expect(await ask(rules, { resource: null })).toMatchObject({ allowed: true });
    expect(await ask(rules, { resource: documentAt('things/one', { n: whole(2) }) })).toMatchObject({
      allowed: false,
    });
  });

  it('lets one allow speak though another fails', async () => {
    const rules = inDatabase(
      `match /things/{id} { allow get: if resource.data.x == 1; allow get: if true; }`,
    );
    expect(await ask(rules)).toMatchObject({ allowed: true });
  });

  it('says which line allowed, and which line and match did not, and why', async () => {
    const rules = inDatabase(`match /things/{id} {
      allow get: if request.auth.uid == id;
      allow get: if false;
    }`);
    const auth = { uid: 'one', token: {} };
    expect((await ask(rules, { auth })).reason).toBe('get on /things/one is allowed (firestore.rules:5)');
    expect((await ask(rules)).reason).toBe(
      'no rule allows get on /things/one (' +
        'firestore.rules:5 in /databases/{database}/documents/things/{id}: null value error; ' +
        'firestore.rules:6 in /databases/{database}/documents/things/{id}: false)',
    );
    expect((await ask(rules, { path: ['other', 'one'] })).reason).toBe(
      'no rule allows get on /other/one (no match block covers it)',
    );
  });

  it('reads each document once in a request, however often the rules name it', async () => {
    const rules = loadRules(
      inDatabase(`match /things/{id} {
        function who() { return get(/databases/$(database)/documents/users/ada).data; }
        allow get: if who().age < 1 || exists(/databases/$(database)/documents/users/bob);
        allow get: if who().age > 30 && exists(/databases/$(database)/documents/users/ada);
      }`),
    );
    const { read, paths } = readerOf({ 'users/ada': { age: whole(36) } });
    expect(await rules.judge(asked, read)).toMatchObject({ allowed: true });
    expect(paths).toEqual(['users/ada', 'users/bob']);
  });

  it('denies past ten documents, and not at ten', async () => {
    const missing = (count: number) =>
      Array.from({ length: count }, (_, at) => `!exists(/databases/$(database)/documents/x/${at})`).join(
        ' && ',
      );
    expect(await askIf(missing(10))).toMatchObject({ allowed: true });
    const denied = await askIf(missing(11));
    expect(denied.allowed).toBe(false);
    expect(denied.reason).toContain('more than 10 documents');
  });

  it('denies past twenty calls in one another, and not at twenty', async () => {
    const chain = (depth: number) =>
      inDatabase(`match /things/{id} {
        function f1() { return true; }
        ${Array.from({ length: depth - 1 }, (_, at) => `function f${at + 2}() { return f${at + 1}(); }`).join('\n')}
        allow get: if f${depth}();
      }`);
    expect(await ask(chain(20))).toMatchObject({ allowed: true });
    expect(await ask(chain(21))).toMatchObject({ allowed: false });
  });

  it('denies, and does not throw, when a document cannot be read', async () => {
    const rules = loadRules(
      inDatabase('match /things/{id} { allow get: if exists(/databases/$(database)/documents/a/b); }'),
    );
    const judgement = await rules.judge(asked, () => Promise.reject(new Error('the store is gone')));
    expect(judgement).toMatchObject({ allowed: false });
    expect(judgement.reason).toContain('the store is gone');
  });

  it('keeps databases apart', async () => {
    const rules = `rules_version = '2';
      service cloud.firestore { match /databases/(default)/documents { match /{all=**} { allow get; } } }`;
    expect(await ask(rules)).toMatchObject({ allowed: true });
    expect(await ask(rules, { databaseId: 'other' })).toMatchObject({ allowed: false });
  });

  it('prints what debug() is given, once, and goes on with it', async () => {
    const print = vi.spyOn(console, 'log').mockImplementation(() => undefined);
    const condition = 'debug(resource.data.n) == 1 && !exists(/databases/$(database)/documents/a/b)';
    expect(await askIf(condition, { n: whole(1) })).toMatchObject({ allowed: true });
    expect(print.mock.calls).toEqual([['firestore.rules debug: 1']]);
    print.mockRestore();
  });
});
