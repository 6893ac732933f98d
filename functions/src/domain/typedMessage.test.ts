import { expect, it } from 'vitest';
import { PRESET_MESSAGES, typedMessage } from './typedMessage.ts';

it('quotes what a person wrote, and no sentence of a form', () => {
  expect(typedMessage('See you on Monday.')).toBe('See you on Monday.');
  expect(typedMessage(`${PRESET_MESSAGES.workforce} See you on Monday.`)).not.toBeNull();
  for (const preset of Object.values(PRESET_MESSAGES)) expect(typedMessage(preset)).toBeNull();
  expect(typedMessage(null)).toBeNull();
});
