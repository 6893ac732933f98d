import { describe, expect, it } from 'vitest';
import { readReports } from './readReports.ts';

const SECRET = 'ab'.repeat(32);
const violation = {
  type: 'csp-violation',
  url: 'https://invites.example/invite',
  body: {
    effectiveDirective: 'script-src-elem',
    blockedURL: 'https://evil.example/steal.js?who=nina@people.example',
    documentURL: `https://invites.example/t/acme/invitations?search=nina@people.example#${SECRET}`,
    lineNumber: 7,
  },
};
const read = (given: unknown) => readReports(JSON.stringify(given));

describe('what a browser reports', () => {
  it('is read in both forms, by directive, origin and path [ATTACK-39]', () => {
    const expected = {
      directive: 'script-src-elem',
      blocked: 'https://evil.example',
      page: '/t/acme/invitations',
      line: 7,
    };
    expect(read([violation, violation])).toEqual([expected, expected]);
    const { documentURL, blockedURL } = violation.body;
    const older = { 'document-uri': documentURL, 'blocked-uri': blockedURL };
    expect(
      read({ 'csp-report': { ...older, 'violated-directive': "script-src-elem 'self'", 'line-number': 7 } }),
    ).toEqual([expected]);
  });

  it('keeps the words for what has no address', () => {
    const body = { ...violation.body, blockedURL: 'inline' };
    expect(read([{ ...violation, body }])).toMatchObject([{ blocked: 'inline' }]);
  });

  it('tells no address, no secret and nothing that somebody made up [ATTACK-39]', () => {
    const made = `nina@people.example ${SECRET}\nforged: line`;
    const body = { effectiveDirective: made, blockedURL: made, documentURL: made, lineNumber: made };
    const longPath = `https://invites.example/${'a'.repeat(101)}`;
    const told = [
      ...read([{ ...violation, body }]),
      ...read([{ ...violation, body: { ...body, documentURL: longPath, blockedURL: `https://${made}` } }]),
    ];
    const unknown = { directive: 'unknown', blocked: 'unknown', page: 'unknown', line: null };
    expect(told).toEqual([unknown, unknown]);
    expect(JSON.stringify(read([violation]))).not.toMatch(/nina|abab/);
  });

  it.each([
    ['nothing', ''],
    ['no JSON', '{'],
    ['null', 'null'],
    ['another report', '[{"type":"deprecation","body":{}}]'],
    ['lists without end', '['.repeat(5000) + ']'.repeat(5000)],
  ])('is nothing where the body is %s', (_name, body) => {
    expect(readReports(body)).toEqual([]);
  });

  it('is cut where there are too many', () => {
    expect(read(Array.from({ length: 500 }, () => violation))).toHaveLength(20);
  });
});
