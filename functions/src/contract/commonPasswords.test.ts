import { describe, expect, it } from 'vitest';
import { isCommonPassword } from './commonPasswords.ts';

describe('passwords that many people use', () => {
  it.each([
    'password',
    'Password1',
    'P@ssw0rd',
    'qwerty123456',
    'Admin@123',
    'Summer2026!',
    'iloveyou',
    '12345678910',
  ])('knows %s', (password) => expect(isCommonPassword(password)).toBe(true));

  it.each(['1q2w3e4r', '987654321', 'zaq12wsx', '11111111', '!!!!!!!!!'])('knows the walk %s', (password) =>
    expect(isCommonPassword(password)).toBe(true),
  );

  it.each(['green kettle sings', 'passwords are dull', 'vk3xqnwz', 'summer in Turku', 'adminton 12'])(
    'takes %s, which only begins like one or not at all',
    (password) => expect(isCommonPassword(password)).toBe(false),
  );
});
