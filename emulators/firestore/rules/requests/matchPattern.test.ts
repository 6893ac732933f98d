import { describe, expect, it } from 'vitest';
import { ask, inDatabase, query } from '../testing/asking.ts';

const covers = async (match: string, path: string) =>
  (await ask(inDatabase(`match ${match} { allow get; }`), { path: path.split('/') })).allowed;

describe('match paths', () => {
  it.each([
    ['/users/{u}', 'users/ada', 'users/ada/posts/1'],
    ['/users/ada', 'users/ada', 'users/bob'],
    ['/{c}/{d}', 'users/ada', 'users/ada/posts/1'],
    ['/users/{u}/posts/{p}', 'users/ada/posts/1', 'users/ada/notes/1'],
    ['/users/{rest=**}', 'users/ada/posts/1', 'groups/ada'],
    ['/users/{u}/{rest=**}', 'users/ada', 'groups/ada'],
    ['/{path=**}/posts/{p}', 'posts/1', 'users/ada'],
    ['/{path=**}/posts/{p}', 'users/ada/posts/1', 'users/ada/posts/1/notes/2'],
    ['/users/{path=**}/posts/{p}', 'users/ada/posts/1', 'groups/ada/posts/1'],
    ['/users/{u} { } match /x/{all=**}', 'x/y/z/w', 'users/ada'],
  ])('%s covers %s and not %s', async (match, covered, other) => {
    expect(await covers(match, covered)).toBe(true);
    expect(await covers(match, other)).toBe(false);
  });

  it('binds a wildcard to a string and a recursive one to a path', async () => {
    const rules = inDatabase(`
      match /a/{x} {
        function isX(value) { return value == x; }
        match /{rest=**} { allow get: if isX('one') && rest == /b/two && x is string && rest is path; }
      }`);
    expect(await ask(rules, { path: ['a', 'one', 'b', 'two'] })).toMatchObject({ allowed: true });
    expect(await ask(rules, { path: ['a', 'one', 'b', 'three'] })).toMatchObject({ allowed: false });
  });

  it('gives a function the variables of the block that declares it', async () => {
    const rules = inDatabase(`
      match /a/{x} {
        function outer() { return x; }
        match /b/{x} { allow get: if outer() == 'first' && x == 'second'; }
      }`);
    expect(await ask(rules, { path: ['a', 'first', 'b', 'second'] })).toMatchObject({ allowed: true });
    expect(await ask(rules, { path: ['a', 'second', 'b', 'second'] })).toMatchObject({ allowed: false });
  });

  it('covers a collection group only with a recursive wildcard in front', async () => {
    const group = { ...query('posts'), from: [{ collectionId: 'posts', allDescendants: true }] };
    const list = async (match: string, path: string[] = []) =>
      (await ask(inDatabase(`match ${match} { allow list; }`), { method: 'list', path, query: group }))
        .allowed;

    expect(await list('/{path=**}/posts/{p}')).toBe(true);
    expect(await list('/{all=**}')).toBe(true);
    expect(await list('/posts/{p}')).toBe(false);
    expect(await list('/users/{u}/posts/{p}')).toBe(false);
    expect(await list('/users/{u}/{rest=**}')).toBe(false);
    expect(await list('/{path=**}/notes/{p}')).toBe(false);
    expect(await list('/{path=**}/users/{u}/posts/{p}')).toBe(false);
    expect(await list('/users/{u}/{path=**}/posts/{p}', ['users', 'ada'])).toBe(true);
  });
});
