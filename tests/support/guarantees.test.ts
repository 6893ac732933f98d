import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { brokenGuarantees, guaranteesOf } from './guarantees.ts';

const folder = path.resolve(import.meta.dirname, '../../docs/guarantees');
const pages = readdirSync(folder).filter((name) => name.endsWith('.md'));

function read(file: string): string | undefined {
  const place = path.resolve(folder, file);
  return existsSync(place) ? readFileSync(place, 'utf8') : undefined;
}

describe('docs/guarantees', () => {
  it('has pages', () => {
    expect(pages).not.toEqual([]);
  });

  it.each(pages)('%s names for each promise a test that there is', (name) => {
    const markdown = readFileSync(path.join(folder, name), 'utf8');
    expect(guaranteesOf(markdown)).not.toEqual([]);
    expect(brokenGuarantees(markdown, read)).toEqual([]);
  });
});

describe('brokenGuarantees', () => {
  const files: Record<string, string> = {
    'a.test.ts': "it('holds what it promises', …); it.each(rows)('a %s changes nobody', …); it('Pat\\'s', …)",
    'a.ts': 'holds what it promises',
  };
  const broken = (line: string) => brokenGuarantees(line, (file) => files[file]);

  it.each([
    '- It holds. [a](a.test.ts): “holds what it promises”',
    '- It holds. [a](a.test.ts): “holds what it promises”, “changes nobody”',
    '- It holds. [a](a.test.ts): “holds what it promises”; [a again](a.test.ts): “a %s changes nobody”',
    "- It holds. [a](a.test.ts): “Pat's”",
    'No promise at all, and [a link](elsewhere.md).',
  ])('is content with: %s', (line) => {
    expect(broken(line)).toEqual([]);
  });

  it.each([
    ['- It holds.', 'no test is named: - It holds.'],
    ['- It holds. [a](a.test.ts)', 'no test is named: - It holds. [a](a.test.ts)'],
    [
      '- It holds. [a](a.test.ts): “changes nobody”; [b](b.test.ts)',
      'no test is named: - It holds. [a](a.test.ts): “changes nobody”; [b](b.test.ts)',
    ],
    ['- It holds. [b](b.test.ts): “changes nobody”', 'no test file: b.test.ts'],
    ['- It holds. [a](a.ts): “holds what it promises”', 'no test file: a.ts'],
    ['- It holds. [a](a.test.ts): “changes nobody”, “never fails”', 'no “never fails” in a.test.ts'],
  ])('finds what is wrong with: %s', (line, problem) => {
    expect(broken(line)).toEqual([problem]);
  });
});
