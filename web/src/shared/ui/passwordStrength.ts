import { COMMON_PASSWORD, isCommonPassword } from '../../../../functions/src/contract/commonPasswords.ts';
import { PASSWORD_LENGTH_MAX, PASSWORD_LENGTH_MIN } from '../../../../functions/src/contract/limits.ts';

export interface PasswordStrength {
  /** Whether the server takes it. */
  allowed: boolean;
  /** 0 (nothing typed) to 4, for the bar. */
  score: 0 | 1 | 2 | 3 | 4;
  words: string;
}

/** Length is what counts, and nobody is asked for a digit or a sign (NIST SP 800-63B, 3.1.1.2). */
const GOOD_LENGTH = 12;
const STRONG_LENGTH = 16;
/** Fewer different characters than this are a pattern. */
const DIFFERENT_CHARACTERS_MIN = 5;
/** Digits are guessed as quickly as the words that they follow. */
const GUESSED_FIRST = /pass ?word|passw0rd|qwert[yz]?|asdf|letmein|welcome|iloveyou|admin|\d/gi;

/**
 * @param known what an attacker knows about the person: names, parts of the address
 * @returns how hard the password is to guess, in words
 */
export function passwordStrength(password: string, known: readonly string[]): PasswordStrength {
  const { length } = password;
  if (length === 0) {
    return {
      allowed: false,
      score: 0,
      words: `Use at least ${PASSWORD_LENGTH_MIN} characters. A few words make a strong password.`,
    };
  }
  if (length < PASSWORD_LENGTH_MIN) {
    const missing = PASSWORD_LENGTH_MIN - length;
    return {
      allowed: false,
      score: 1,
      words: `Too short. Add ${missing} more character${missing === 1 ? '' : 's'}.`,
    };
  }
  if (length > PASSWORD_LENGTH_MAX) {
    return { allowed: false, score: 1, words: `Too long. Use at most ${PASSWORD_LENGTH_MAX} characters.` };
  }
  if (isCommonPassword(password)) return { allowed: false, score: 1, words: COMMON_PASSWORD };
  if (isEasyToGuess(password, known)) {
    return { allowed: true, score: 1, words: 'Easy to guess. Add a word or two.' };
  }
  if (length < GOOD_LENGTH) return { allowed: true, score: 2, words: 'Fair. Longer is stronger.' };
  if (length < STRONG_LENGTH) return { allowed: true, score: 3, words: 'Good.' };
  return { allowed: true, score: 4, words: 'Strong.' };
}

function isEasyToGuess(password: string, known: readonly string[]): boolean {
  const rest = known
    .filter((word) => word.length > 2)
    .reduce((text, word) => text.replaceAll(word.toLowerCase(), ''), password.toLowerCase())
    .replaceAll(GUESSED_FIRST, '');
  return new Set(rest).size < DIFFERENT_CHARACTERS_MIN;
}
