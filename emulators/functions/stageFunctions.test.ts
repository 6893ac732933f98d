import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { stageFunctions, type StagedFunctions } from './stageFunctions.ts';
import { planSuite } from '../plan/suitePlan.ts';

let folder: string;
let staged: StagedFunctions;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'staged-'));
  staged = await stageFunctions({ ...planSuite(false, {}), folder }, () => undefined);
});
afterAll(async () => {
  await staged.close();
  await rm(folder, { recursive: true });
});

describe('stageFunctions', () => {
  it('stages what the emulator looks for', async () => {
    expect((await readdir(path.join(folder, 'functions'))).sort()).toEqual([
      '.env.demo-hrx',
      '.env.local',
      '.secret.local',
      'lib',
      'package.json',
    ]);
  });

  it('knows every function of the deploy list', () => {
    expect(staged.names()).toEqual(expect.arrayContaining(['inviteUser', 'acceptInvite', 'deliverOutbox']));
  });

  it('declares the packages that run, and no tools', async () => {
    const manifest = JSON.parse(
      await readFile(path.join(folder, 'functions/package.json'), 'utf8'),
    ) as object;

    expect(manifest).toMatchObject({ main: 'lib/index.js', engines: { node: '24' } });
    expect(manifest).not.toHaveProperty('devDependencies');
  });

  it('leaves the packages outside the bundle', async () => {
    const bundle = await readFile(path.join(folder, 'functions/lib/index.js'), 'utf8');

    expect(bundle).toMatch(/from "firebase-functions\//);
  });
});
