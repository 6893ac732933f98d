import { globSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { brokenGuarantees, idsOf, promisesOf } from './guarantees.ts';

const repository = path.resolve(import.meta.dirname, '../..');
const folder = path.join(repository, 'docs/guarantees');
const TESTS = ['functions', 'web', 'emulators', 'tests', 'tools', 'lint'].map(
  (name) => `${name}/**/*.test.{ts,tsx}`,
);

function testFiles(): string[] {
  return globSync(TESTS, {
    cwd: repository,
    exclude: (name) => /^(node_modules|lib|dist)$/.test(path.basename(name)),
  }).filter((file) => path.join(repository, file) !== import.meta.filename);
}

describe('docs/guarantees', () => {
  it('has a test for each promise, and no test for a promise that it does not have', () => {
    const pages = readdirSync(folder).filter((name) => name.endsWith('.md'));
    const promises = pages.flatMap((name) => promisesOf(readFileSync(path.join(folder, name), 'utf8')));
    const ids = testFiles().flatMap((file) => idsOf(readFileSync(path.join(repository, file), 'utf8')));
    expect(promises.length).toBeGreaterThan(100);
    expect(brokenGuarantees(promises, ids)).toEqual([]);
  });
});

describe('promisesOf', () => {
  it('reads id and sentence of each item', () => {
    expect(promisesOf('# Page\n\nText.\n\n- **INV-01** It ends.\n- **LINK-12** It is one.')).toEqual([
      { id: 'INV-01', sentence: 'It ends.' },
      { id: 'LINK-12', sentence: 'It is one.' },
    ]);
  });

  it.each(['- It ends.', '- **INV-1** It ends.', '- **INV-01**'])('refuses %s', (line) => {
    expect(() => promisesOf(line)).toThrow(line);
  });
});

describe('idsOf', () => {
  it('reads one and several ids of a title', () => {
    expect(idsOf("it('ends [INV-01]', …); it('is one [LINK-12, MAIL-03]', …); it('[x]', …)")).toEqual([
      'INV-01',
      'LINK-12',
      'MAIL-03',
    ]);
  });
});

describe('brokenGuarantees', () => {
  const promises = [
    { id: 'INV-01', sentence: 'It ends.' },
    { id: 'INV-02', sentence: 'It begins.' },
  ];

  it('is content where each promise has a test', () => {
    expect(brokenGuarantees(promises, ['INV-02', 'INV-01', 'INV-01'])).toEqual([]);
  });

  it('finds a promise without a test, an unknown id, and an id that stands twice', () => {
    expect(brokenGuarantees(promises, ['INV-01'])).toEqual(['no test carries INV-02']);
    expect(brokenGuarantees(promises, ['INV-01', 'INV-02', 'INV-03'])).toEqual([
      'a test carries INV-03, which no page has',
    ]);
    expect(brokenGuarantees([...promises, ...promises], ['INV-01', 'INV-02'])).toEqual([
      'INV-01 stands twice',
      'INV-02 stands twice',
    ]);
  });
});
