import { expect, it } from 'vitest';
import { maskEmail } from './maskEmail.ts';

it.each([
  ['nina@acme.example', 'n•••@acme.example'],
  ['n@acme.example', 'n•••@acme.example'],
  ['a.very.long.name+tag@mail.acme.example', 'a•••@mail.acme.example'],
])('shows %s as %s', (email, masked) => {
  expect(maskEmail(email)).toBe(masked);
});
