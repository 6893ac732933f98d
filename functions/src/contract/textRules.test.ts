import { describe, expect, it } from 'vitest';
import { hasInvisible, hasInvisibleInLines, hasLink, hasLongNumber } from './textRules.ts';

describe('a number that could be dialled or paid to', () => {
  it.each([
    '1-800-555-0199',
    '1.800.555.0199',
    '+1 (800) 555/0199',
    'call 555 01 99',
    '٠١٢٣٤٥٦٧٨٩',
    '１８００５５５０１９９',
    '①⑧⓪⓪⑤⑤⑤⓪①⑨⑨',
    'DE89 3704 0044 0532 0130 00',
    'GB29NWBK60161331926819',
    '1·8·0·0·5·5·5',
    '5 5 5 — 0 1 9 9',
  ])('is found: %s [ATTACK-20]', (text) => {
    expect(hasLongNumber(text)).toBe(true);
  });

  it.each([
    '3M',
    'Shift 12',
    'We start on 2026-12-01 at 08:30.',
    'From 24.11.2026, 07:00 to 15:30',
    'Gate 4, hall 12, row 7',
    'Bring 2 forms and 1 photo',
    'Route 66',
  ])('is not what people write to each other: %s', (text) => {
    expect(hasLongNumber(text)).toBe(false);
  });
});

describe('a link', () => {
  it.each([
    'https://evil.example',
    'www.evil',
    'evil.example',
    'evil。com',
    'evil․com',
    'evil．com',
    'evil｡com',
    '192.168.0.1',
    'at 8.8.8.8',
    '١٩٢.١٦٨.٠.١',
    '[2001:db8:0:1::7]',
  ])('is found: %s [ATTACK-21]', (text) => {
    expect(hasLink(text)).toBe(true);
  });

  it.each(['Hello. How are you?', 'e.g. now', 'St. John', '8.30 to 16.30', 'Dear Nina: welcome'])(
    'is not what people write to each other: %s',
    (text) => {
      expect(hasLink(text)).toBe(false);
    },
  );
});

describe('what nobody sees', () => {
  it.each(['a\u2028b', 'a\u2029b', 'a\u200bb', 'a\u202eb', 'a\u0000b', 'a\ud800b', '\ufeffa'])(
    'is found: %j [ATTACK-22]',
    (text) => {
      expect(hasInvisible(text)).toBe(true);
      expect(hasInvisibleInLines(text)).toBe(true);
    },
  );

  it('is a line break in one line, and none in several', () => {
    expect(hasInvisible('a\nb')).toBe(true);
    expect(hasInvisibleInLines('a\nb')).toBe(false);
    expect(hasInvisible('Zoë Müller 山田')).toBe(false);
  });
});
