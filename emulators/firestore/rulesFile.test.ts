import { mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createProjectRules } from './projectRules.ts';
import type { ProjectRules } from './projectRules.ts';
import { followRulesFile } from './rulesFile.ts';
import type { RulesFile } from './rulesFile.ts';

function rulesThatAllow(method: string): string {
  return `rules_version = '2';
service cloud.firestore {
  match /databases/{database}/documents {
    match /notes/{note} { allow ${method}: if true; }
  }
}`;
}

describe('a rules file', () => {
  let folder: string;
  let path: string;
  let rules: ProjectRules;
  let following: RulesFile | undefined;

  beforeEach(async () => {
    vi.spyOn(console, 'log').mockReturnValue();
    vi.spyOn(console, 'error').mockReturnValue();
    folder = await mkdtemp(join(tmpdir(), 'rules-'));
    path = join(folder, 'firestore.rules');
    rules = createProjectRules();
  });

  afterEach(async () => {
    following?.close();
    vi.restoreAllMocks();
    await rm(folder, { recursive: true });
  });

  function mayDo(method: 'get' | 'delete'): Promise<boolean> {
    const place = { projectId: 'p', databaseId: '(default)', path: ['notes', 'one'] };
    const request = { ...place, method, auth: null, time: new Date(0), resource: null };
    return rules.judge(request, () => Promise.resolve(null)).then(({ allowed }) => allowed);
  }

  it('is in force at once, and denies what it does not allow', async () => {
    expect(await mayDo('get')).toBe(false);

    await writeFile(path, rulesThatAllow('get'));
    following = followRulesFile(path, rules.setDefault);
    expect(await mayDo('get')).toBe(true);
    expect(await mayDo('delete')).toBe(false);
  });

  it('is loaded again when it is written, and when another file takes its place', async () => {
    await writeFile(path, rulesThatAllow('get'));
    following = followRulesFile(path, rules.setDefault);

    await writeFile(path, rulesThatAllow('delete'));
    await vi.waitFor(async () => expect(await mayDo('delete')).toBe(true), 10_000);
    expect(await mayDo('get')).toBe(false);

    await writeFile(join(folder, 'new'), rulesThatAllow('get'));
    await rename(join(folder, 'new'), path);
    await vi.waitFor(async () => expect(await mayDo('get')).toBe(true), 10_000);
    expect(console.log).toHaveBeenCalledTimes(2);
  });

  it('takes the old rules with it when it breaks, until it is mended', async () => {
    await writeFile(path, rulesThatAllow('get'));
    following = followRulesFile(path, rules.setDefault);

    await writeFile(path, 'service cloud.firestore {');
    await vi.waitFor(async () => expect(await mayDo('get')).toBe(false), 10_000);
    expect(console.error).toHaveBeenCalledWith(expect.stringMatching(/every client is denied.*:1:/));

    await writeFile(path, rulesThatAllow('get'));
    await vi.waitFor(async () => expect(await mayDo('get')).toBe(true), 10_000);
  });

  it('takes the old rules with it when it is removed, and may come back as it was', async () => {
    await writeFile(path, rulesThatAllow('get'));
    following = followRulesFile(path, rules.setDefault);

    await rm(path);
    await vi.waitFor(async () => expect(await mayDo('get')).toBe(false), 10_000);
    await writeFile(path, rulesThatAllow('get'));
    await vi.waitFor(async () => expect(await mayDo('get')).toBe(true), 10_000);
  });

  it('is loaded again when asked', async () => {
    await writeFile(path, rulesThatAllow('get'));
    following = followRulesFile(path, rules.setDefault);
    following.close();
    await writeFile(path, rulesThatAllow('delete'));

    following.reload();
    expect(await mayDo('delete')).toBe(true);
  });

  it('stops the start when it is wrong or missing, saying where', async () => {
    expect(() => followRulesFile(path, rules.setDefault)).toThrow(`The rules in ${path} cannot be used`);

    await writeFile(path, 'rules_version = "2";\nservice cloud.firestore {\n  match ?');
    expect(() => followRulesFile(path, rules.setDefault)).toThrow(/firestore\.rules:3:/);
  });
});
