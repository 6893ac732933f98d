import { describe, expect, it } from 'vitest';
import { PERMISSIONS } from '../../../../functions/src/contract/roles.ts';
import { dateInWords } from '../../shared/inWords.ts';
import { aMember, anInstant } from '../../shared/testing/documents.ts';
import { placeOf, placeOfHrx } from './myPlace.ts';

describe('what somebody is in a tenant', () => {
  it('says role, level, meaning, inviter and since when', () => {
    const joined = Date.parse('2026-11-03T09:00:00Z');
    expect(placeOf(aMember({ joinedAt: anInstant(joined) }))).toEqual({
      title: 'You are a Recruiter, with security level 3',
      meaning: expect.stringContaining('Looks for people') as string,
      history: ['Adam Ash invited you.', `You joined on ${dateInWords(joined)}.`],
      grants: [],
    });
  });

  it('says each grant in a sentence of its own', () => {
    const { grants } = placeOf(aMember({ permissions: [...PERMISSIONS] }));
    expect(new Set(grants).size).toBe(PERMISSIONS.length);
    expect(grants).toContain('You may invite people.');
  });

  it('spares an Admin the list of grants: it is all', () => {
    expect(
      placeOf(aMember({ role: 'Admin', securityLevel: '7', permissions: [...PERMISSIONS] })),
    ).toMatchObject({
      title: 'You are an Admin, with security level 7',
      grants: [],
    });
  });

  it('tells invited and suspended people from members', () => {
    expect(placeOf(aMember({ state: 'invited', joinedAt: null })).title).toMatch(
      /^You are invited as a Recruiter/,
    );
    expect(placeOf(aMember({ state: 'suspended' })).title).toMatch(/^You are suspended as a Recruiter/);
  });

  it('says nothing of an inviter whom it does not know', () => {
    expect(placeOf(aMember({ invitedByName: null, joinedAt: null })).history).toEqual([]);
  });

  it('says of HRX staff that what they do is marked', () => {
    expect(placeOfHrx().meaning).toContain('marked as done by HRX');
  });
});
