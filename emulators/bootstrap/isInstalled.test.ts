import { describe, expect, it } from 'vitest';
import { isInstalled } from './isInstalled.mjs';

const lock = JSON.stringify({
  packages: {
    '': { name: 'hrx-invites' },
    functions: { name: '@hrx/functions' },
    'node_modules/@hrx/functions': { link: true, resolved: 'functions' },
    'node_modules/zod': { version: '4.6.7' },
    'functions/node_modules/react': { version: '19.3.1' },
    'node_modules/for-another-machine': { version: '1.0.0', optional: true },
  },
});
const installed = (zod: string) =>
  JSON.stringify({
    packages: {
      'node_modules/zod': { version: zod },
      'functions/node_modules/react': { version: '19.3.1' },
    },
  });

describe('isInstalled', () => {
  it('is content when every package is there in its version', () => {
    expect(isInstalled(lock, installed('4.6.7'))).toBe(true);
  });

  it('sees a package of another version', () => {
    expect(isInstalled(lock, installed('4.6.6'))).toBe(false);
  });

  it('sees a package that is not there', () => {
    expect(isInstalled(lock, JSON.stringify({ packages: {} }))).toBe(false);
  });

  it('sees that nothing was ever installed', () => {
    expect(isInstalled(lock, '')).toBe(false);
  });
});
