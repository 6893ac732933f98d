import { describe, expect, it } from 'vitest';
import { ROLES } from './roles.ts';
import { ROLE_SENTENCES, withArticle } from './roleWords.ts';

describe('roles in plain words', () => {
  it.each(ROLES)('says in one short sentence what %s may do', (role) => {
    expect(ROLE_SENTENCES[role]).toMatch(/^[A-Z][^.]+\.$/);
    expect(ROLE_SENTENCES[role].length).toBeLessThan(100);
  });

  it('gives each role its article', () => {
    expect(ROLES.map(withArticle)).toEqual([
      'a Customer',
      'a Worker',
      'a Recruiter',
      'a Manager',
      'an Admin',
    ]);
  });
});
