import { describe, expect, it } from 'vitest';
import type { Value } from '../../types.ts';
import { ask, askListIf, inDatabase, query, text, where, whole, type Judgement } from '../testing/asking.ts';

const values = (...items: Value[]): Value => ({ arrayValue: { values: items } });
const composite = (op: string, ...filters: Record<string, unknown>[]) => ({
  compositeFilter: { op, filters },
});
const unary = (fieldPath: string, op: string) => ({ unaryFilter: { field: { fieldPath }, op } });
const thing = (id: string): Value => ({
  referenceValue: `projects/demo/databases/(default)/documents/things/${id}`,
});
const at = (seconds: number): Value => ({ timestampValue: { seconds } });

const isA = where('f', 'EQUAL', text('a'));

describe('a list', () => {
  it.each([
    ["resource.data.f == 'a'", [isA]],
    ["resource.data.f == 'a'", [where('f', 'IN', values(text('a')))]],
    ["resource.data.f in ['a', 'b']", [where('f', 'IN', values(text('a'), text('b')))]],
    ["resource.data.f in ['a', 'b']", [composite('OR', isA, where('f', 'EQUAL', text('b')))]],
    ["resource.data.f == 'a' || resource.data.g == 1", [composite('OR', isA, where('g', 'EQUAL', whole(1)))]],
    ["'f' in resource.data && resource.data.get('f', '') == 'a'", [isA]],
    [
      "resource.data['f'].size() == 1 && resource.data.f is string && resource.data.f.matches('[a-c]')",
      [isA],
    ],
    ['resource.data.g.h == 1 && resource.data.g is map', [where('g.h', 'EQUAL', whole(1))]],
    ['resource.data.g.h == 1', [where('g', 'EQUAL', { mapValue: { fields: { h: whole(1) } } })]],
    ["resource.data.get(['g', 'h'], 0) == 1", [where('g.h', 'EQUAL', whole(1))]],
    ["resource.data['odd key'] == 1", [where('`odd key`', 'EQUAL', whole(1))]],
    [
      'resource.data.n == 1 && resource.data.n is number && resource.data.n < 2',
      [where('n', 'EQUAL', whole(1))],
    ],
    ['resource.data.n == null', [unary('n', 'IS_NULL')]],
    ['resource.data.n != null', [unary('n', 'IS_NOT_NULL')]],
    ["resource.data.f != 'x'", [where('f', 'NOT_EQUAL', text('x'))]],
    ["resource.data.f != 'x'", [where('f', 'NOT_IN', values(text('x'), text('y')))]],
    ["'a' in resource.data.tags", [where('tags', 'ARRAY_CONTAINS', text('a'))]],
    ["resource.data.tags.hasAny(['a', 'z'])", [where('tags', 'ARRAY_CONTAINS', text('a'))]],
    [
      "resource.data.tags.hasAny(['a', 'b'])",
      [where('tags', 'ARRAY_CONTAINS_ANY', values(text('a'), text('b')))],
    ],
    ['resource.data.n > 5', [where('n', 'GREATER_THAN', whole(5))]],
    ['resource.data.n > 5 && resource.data.n is number', [where('n', 'GREATER_THAN_OR_EQUAL', whole(6))]],
    ['resource.data.n < 5', [where('n', 'LESS_THAN', whole(5))]],
    ['5 < resource.data.n', [where('n', 'GREATER_THAN', whole(5))]],
    ['resource.data.n <= 9', [where('n', 'GREATER_THAN', whole(5)), where('n', 'LESS_THAN', whole(9))]],
    ['resource.data.t > request.time', [where('t', 'GREATER_THAN', at(2_000_000_000))]],
    ["resource.data.f < 'b' && resource.data.f is string", [where('f', 'LESS_THAN', text('b'))]],
    ["id == 'one' && resource.id == 'one'", [where('__name__', 'EQUAL', thing('one'))]],
    ["id in ['one', 'two']", [where('__name__', 'IN', values(thing('one'), thing('two')))]],
    ['true', []],
    ['resource.data.unknown == 1 || true', []],
    ['!(resource.data.unknown == 1 && false)', []],
    ['resource != null && resource.data != null && id is string && id != null', []],
    ["request.method == 'list'", []],
  ])('is allowed when its query proves %s', async (condition, filters) => {
    expect(await askListIf(condition, filters)).toMatchObject({ allowed: true });
  });

  it.each([
    ["resource.data.f == 'a'", []],
    ["resource.data.f == 'a'", [where('f', 'EQUAL', text('b'))]],
    ["resource.data.f == 'a'", [where('g', 'EQUAL', text('a'))]],
    ["resource.data.f == 'a'", [where('f', 'IN', values(text('a'), text('b')))]],
    ["resource.data.f == 'a'", [where('f', 'IN', values())]],
    ["resource.data.f == 'a'", [composite('OR', isA, where('g', 'EQUAL', whole(1)))]],
    ["resource.data.f == 'a'", [where('f.g', 'EQUAL', text('a'))]],
    ["resource.data.f == 'a'", [where('f', 'NOT_EQUAL', text('b'))]],
    ["resource.data.f == 'a'", [where('f', 'ARRAY_CONTAINS', text('a'))]],
    ["resource.data.f != 'x'", []],
    ["!('x' in resource.data)", []],
    ["resource.data.get('x', 'a') == 'a'", []],
    ['resource.data.size() > 0', [isA]],
    ["resource.data.keys().hasAll(['f'])", [isA]],
    ['resource.data == {}', []],
    ['[resource.data.x, 1].hasAny([1])', []],
    ['resource.data.n is int', [where('n', 'EQUAL', whole(1))]],
    ["string(resource.data.n) == '1'", [where('n', 'EQUAL', whole(1))]],
    ['resource.data.n / 2 == 0', [where('n', 'EQUAL', whole(1))]],
    ['resource.data.n == 0.0 / 0.0', [unary('n', 'IS_NAN')]],
    ['resource.data.n > 5', [where('n', 'GREATER_THAN', whole(4))]],
    ['resource.data.n < 10', [where('n', 'GREATER_THAN', whole(4))]],
    ['resource.data.n != 0', [where('n', 'NOT_EQUAL', whole(0))]],
    ["!('z' in resource.data.tags)", [where('tags', 'ARRAY_CONTAINS', text('a'))]],
    ["resource.data.tags.hasOnly(['a'])", [where('tags', 'ARRAY_CONTAINS', text('a'))]],
    ["resource.data.tags.hasAll(['a', 'b'])", [where('tags', 'ARRAY_CONTAINS', text('a'))]],
    ["resource.data.tags == ['a']", [where('tags', 'ARRAY_CONTAINS', text('a'))]],
    ["id == 'one'", []],
    ["id != 'one'", []],
    ["id == 'one'", [where('__name__', 'IN', values(thing('one'), thing('two')))]],
    ["id == 'one'", [where('__name__', 'GREATER_THAN', thing('one'))]],
    ['resource.__name__ == /databases/$(database)/documents/things/one', []],
    [
      'exists(/databases/$(database)/documents/things/$(id)) || !exists(/databases/$(database)/documents/x/$(id))',
      [],
    ],
    ["request.method == 'get'", []],
    ['request.path == request.path', []],
    ['false', []],
  ])('is denied when its query leaves %s open', async (condition, filters) => {
    expect(await askListIf(condition, filters)).toMatchObject({ allowed: false });
  });

  it('sees the limit of the query where there is one', async () => {
    const limited = (more: Record<string, unknown>) =>
      askListIf('request.query.limit <= 10', [], { query: query('things', [], more) });
    expect(await limited({ limit: { value: 10 } })).toMatchObject({ allowed: true });
    expect(await limited({ limit: 5 })).toMatchObject({ allowed: true });
    expect(await limited({ limit: {} })).toMatchObject({ allowed: true });
    expect(await limited({ limit: { value: 11 } })).toMatchObject({ allowed: false });
    expect(await limited({})).toMatchObject({ allowed: false });
  });

  it('knows the documents above its collection', async () => {
    const condition = 'get(/databases/$(database)/documents/things/index).data.open == true';
    const documents = { 'things/index': { open: { booleanValue: true } } };
    expect(await askListIf(condition, [], { documents })).toMatchObject({ allowed: true });
    expect(await askListIf(condition, [])).toMatchObject({ allowed: false });
  });

  it('may be proven by one allow for one branch and by another for the next', async () => {
    const either = composite('OR', isA, where('g', 'EQUAL', whole(1)));
    const condition = "resource.data.f == 'a'; allow list: if resource.data.g == 1";
    expect(await askListIf(condition, [either])).toMatchObject({ allowed: true });
    expect(await askListIf(condition, [either, where('h', 'EQUAL', whole(1))])).toMatchObject({
      allowed: true,
    });
    expect(await askListIf(condition, [where('h', 'EQUAL', whole(1))])).toMatchObject({ allowed: false });
  });

  it('takes a filter with too many branches to say nothing', async () => {
    const many = (count: number) =>
      where('f', 'IN', values(...Array.from({ length: count }, () => text('a'))));
    expect(await askListIf("resource.data.f == 'a'", [many(100)])).toMatchObject({ allowed: true });
    expect(await askListIf("resource.data.f == 'a'", [many(101)])).toMatchObject({ allowed: false });
  });

  it('says what is not decided', async () => {
    expect((await askListIf("resource.data.f.g == 'a'", [])).reason).toBe(
      'no rule allows list on /things (firestore.rules:4 in /databases/{database}/documents/things/{id}: ' +
        'resource.data.f is not decided by the query)',
    );
  });
});

describe('a query that names no collection', () => {
  const askAll = (rules: string): Promise<Judgement> =>
    ask(inDatabase(rules), { method: 'list', path: [], query: { from: [{}] } });

  it('is of all documents at any depth, and allowed where all of them may be listed', async () => {
    expect(await askAll('match /{document=**} { allow list: if true; }')).toMatchObject({ allowed: true });
    expect(await askAll('match /{any}/{id} { allow list: if true; }')).toMatchObject({ allowed: false });
    expect(await askAll('match /things/{id} { allow list: if true; }')).toMatchObject({ allowed: false });
  });
});
