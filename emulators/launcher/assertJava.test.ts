import { describe, expect, it } from 'vitest';
import { javaVersion } from './assertJava.ts';

describe('javaVersion', () => {
  it.each([
    ['openjdk version "21.0.4" 2024-07-16', 21],
    ['java version "17.0.15" 2025-04-15 LTS', 17],
    ['java version "1.8.0_381"', 8],
    ['openjdk version "25" 2025-09-16', 25],
  ])('reads %j', (words, version) => {
    expect(javaVersion(words)).toBe(version);
  });

  it('finds none where there is no Java', () => {
    expect(javaVersion('')).toBeUndefined();
  });
});
