// A custom token's developer claims stand in the ID token like those that the projector writes, and nothing takes them back.
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { customTokensWithClaims } from './customTokens.ts';

const REPOSITORY = path.resolve(import.meta.dirname, '..');
const SOURCES = ['functions/src', 'web/src', 'emulators', 'tests', 'tools'].map(
  (folder) => `${folder}/**/*.{ts,tsx,mjs}`,
);

describe('custom tokens', () => {
  it('carry no claims of ours anywhere [ATTACK-38]', () => {
    const files = globSync(SOURCES, {
      cwd: REPOSITORY,
      exclude: (name) => /^(node_modules|lib|dist)$/.test(path.basename(name)),
    });
    expect(files.length).toBeGreaterThan(300);
    const found = files.flatMap((file) =>
      customTokensWithClaims(readFileSync(path.join(REPOSITORY, file), 'utf8')).map(
        (call) => `${file}: ${call}`,
      ),
    );
    expect(found).toEqual([]);
  });

  it.each([
    ['auth.createCustomToken(uid, { roles: { acme: { role: "Admin" } } })', 1],
    ['auth.createCustomToken(\n  acme.admin.uid,\n  claims,\n)', 1],
    ['auth.createCustomToken(idOf(one, two), claims)', 1],
    ['auth.createCustomToken(uid)', 0],
    ['auth.createCustomToken(\n  idOf(one, two),\n)', 0],
  ])('are found by: %s', (source, count) => {
    expect(customTokensWithClaims(source)).toHaveLength(count);
  });
});
