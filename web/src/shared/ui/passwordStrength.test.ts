import { describe, expect, it } from 'vitest';
import { passwordStrength } from './passwordStrength.ts';

const strengthOf = (password: string) => passwordStrength(password, ['Nora', 'Nilsson', 'nora', 'acme']);

describe('the strength of a password', () => {
  it('says what is wanted before anything is typed', () => {
    expect(strengthOf('')).toEqual({
      allowed: false,
      score: 0,
      words: 'Use at least 8 characters. A few words make a strong password.',
    });
  });

  it('counts the characters that are missing', () => {
    expect(strengthOf('abcde')).toMatchObject({ allowed: false, words: 'Too short. Add 3 more characters.' });
    expect(strengthOf('abcdefg')).toMatchObject({
      allowed: false,
      words: 'Too short. Add 1 more character.',
    });
  });

  it('takes 8 to 128 characters, as the server does', () => {
    expect(strengthOf('vk3xqnwz').allowed).toBe(true);
    expect(strengthOf('vk3xqnwz'.repeat(16)).allowed).toBe(true);
    expect(strengthOf(`${'vk3xqnwz'.repeat(16)}!`)).toMatchObject({
      allowed: false,
      words: 'Too long. Use at most 128 characters.',
    });
  });

  it.each(['abababababab', 'passwordqwertz1', 'NoraNilsson1', 'acmenora2026'])(
    'warns that %s is easy to guess, and takes it all the same',
    (password) => {
      expect(strengthOf(password)).toMatchObject({ allowed: true, score: 1 });
    },
  );

  it.each(['aaaaaaaaaaaa', 'password1234', 'Qwertz123456', 'Admin@2026'])(
    'refuses %s, which many people use, with the reason [NUM-10]',
    (password) => {
      expect(strengthOf(password)).toMatchObject({
        allowed: false,
        words: 'Many people use this password, so it is easy to guess. Choose another one.',
      });
    },
  );

  it('grows with the length', () => {
    expect(strengthOf('vk3xqnwz').words).toBe('Fair. Longer is stronger.');
    expect(strengthOf('vk3xqnwz plm').words).toBe('Good.');
    expect(strengthOf('green kettle sings low').words).toBe('Strong.');
  });
});
