import { describe, expect, it } from 'vitest';
import { describeError, logOf, redact } from './log.ts';
import { LOG_LEVELS, type LogLevel } from './params.ts';

describe('LOG_LEVEL', () => {
  const written = (least: string) => {
    const lines: LogLevel[] = [];
    const write = (level: LogLevel) => () => void lines.push(level);
    const log = logOf(() => least, {
      debug: write('debug'),
      info: write('info'),
      warn: write('warn'),
      error: write('error'),
    });
    for (const each of LOG_LEVELS) log[each]('event', { tenantId: 'acme' });
    return lines;
  };

  it.each([
    ['debug', ['debug', 'info', 'warn', 'error']],
    ['info', ['info', 'warn', 'error']],
    ['warn', ['warn', 'error']],
    ['error', ['error']],
    ['', ['info', 'warn', 'error']],
    ['verbose', ['info', 'warn', 'error']],
  ])('%j writes %j', (level, expected) => {
    expect(written(level)).toEqual(expected);
  });
});

describe('redact', () => {
  it.each([
    ['no user record for nina.new@acme.example.', 'no user record for …'],
    [`hash ${'ab'.repeat(32)} unknown`, 'hash … unknown'],
    ['smtp://user:pass@mail.example:25', 'smtp://…mail.example:25'],
    [
      'http://x/?mode=resetPassword&oobCode=AbC-1_2&apiKey=k',
      'http://x/?mode=resetPassword&oobCode=…&apiKey=k',
    ],
    ['nothing to hide: tenant acme', 'nothing to hide: tenant acme'],
  ])('writes %j as %j', (text, expected) => {
    expect(redact(text)).toBe(expected);
  });

  it('looks into causes and stacks [ATTACK-15]', () => {
    const error = new Error('outer', { cause: new Error('for nina@acme.example') });
    expect(JSON.stringify(describeError(error))).not.toContain('nina@');
  });
});
