import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { findRetiredWords } from './plainWords.ts';

const REPOSITORY = path.join(import.meta.dirname, '..');

/** Where sentences for people are written: pages, errors, emails, the terminal. */
const READ_BY_PEOPLE = [
  'web/src/**/*.{ts,tsx}',
  'functions/src/contract/**/*.ts',
  'functions/src/**/templates/**/*.{ts,tsx}',
  'emulators/{launcher,hosting,mail/page}/**/*.{ts,mjs}',
  'emulators/*.mjs',
  'tools/**/*.{ts,mjs}',
];
const LEFT_OUT = ['**/node_modules/**', '**/*.test.{ts,tsx}', '**/testing/**', '**/testSetup.ts'];

describe('plain words', () => {
  const files = globSync(READ_BY_PEOPLE, { cwd: REPOSITORY, exclude: LEFT_OUT });

  it('are all that people read', () => {
    expect(files.length).toBeGreaterThan(150);
    const found = files.flatMap((file) =>
      findRetiredWords(file, readFileSync(path.join(REPOSITORY, file), 'utf8')).map(
        (problem) => `${file}: ${problem}`,
      ),
    );
    expect(found).toEqual([]);
  });

  it.each([
    "const a = 'This address and this password do not go together.';",
    'const a = `This invitation of ${name} has run out.`;',
    "const a = <p>Look into your\n      mailbox: it's there.</p>;",
    'const a = <Field label="Link to hand over" />;',
    "const a = { status: 'Choose a tenant first.' };",
    "const a = 'Please try again.';",
  ])('are missed in: %s', (source) => {
    expect(findRetiredWords('page.tsx', source)).not.toEqual([]);
  });

  it.each([
    "// This link leads nowhere.\nimport { mend } from './mend it.ts';",
    "const tenant = rows['tenant']; const path = `/t/${tenant}`;",
    'const a = <p>Your link has expired. Check your email.</p>;',
  ])('are no matter of comments, names and paths: %s', (source) => {
    expect(findRetiredWords('page.tsx', source)).toEqual([]);
  });
});
