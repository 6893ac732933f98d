import { describe, expect, it } from 'vitest';
import { nameOf } from './inviteWords.ts';

describe('nameOf', () => {
  it('is the name, and says so where it was erased after the end', () => {
    expect(nameOf({ firstName: 'Nina', lastName: 'New' })).toBe('Nina New');
    expect(nameOf({ firstName: '', lastName: '' })).toBe('Name and email deleted');
  });
});
