import { describe, expect, it } from 'vitest';
import { PERMISSIONS } from '../../../../functions/src/contract/roles.ts';
import { dateInWords, dayInWords } from '../../shared/words/timeInWords.ts';
import { aMember, anInstant } from '../../shared/testing/documents.ts';
import { placeOf, placeOfHrx } from './myPlace.ts';

describe('what somebody is in a tenant', () => {
  it('says role, level, meaning, inviter and since when', () => {
    const joined = Date.parse('2026-11-03T09:00:00Z');
    expect(placeOf(aMember({ joinedAt: anInstant(joined), department: 'Sales' }), false)).toEqual({
      title: 'You are a Recruiter with security level 3',
      meaning: expect.stringContaining('You can invite people') as string,
      grants: [],
      facts: [
        { term: 'Invited by', value: 'Adam Ash' },
        { term: 'Member since', value: dayInWords(joined) },
        { term: 'Department', value: 'Sales' },
        { term: 'Signed in as', value: 'rita@acme.example' },
      ],
    });
  });

  it('says each grant in a sentence of its own', () => {
    const { grants } = placeOf(aMember({ permissions: [...PERMISSIONS] }), false);
    expect(new Set(grants).size).toBe(PERMISSIONS.length);
    expect(grants).toContain('You can invite people.');
  });

  it('spares an Admin the list of grants: it is all', () => {
    expect(
      placeOf(aMember({ role: 'Admin', securityLevel: '7', permissions: [...PERMISSIONS] }), false),
    ).toMatchObject({
      title: 'You are an Admin with security level 7',
      grants: [],
    });
  });

  it('says to the owner that the tenant is theirs', () => {
    const owner = aMember({ role: 'Admin', securityLevel: '7' });
    expect(placeOf(owner, true).grants).toEqual([expect.stringContaining('You are the owner')]);
  });

  it('tells invited and suspended people from members', () => {
    const until = Date.parse('2026-11-28T09:00:00Z');
    const invited = aMember({ state: 'invited', joinedAt: null, invitedUntil: anInstant(until) });
    expect(placeOf(invited, false).title).toMatch(/^You are invited as a Recruiter/);
    expect(placeOf(invited, false).facts).toContainEqual({
      term: 'Invitation expires',
      value: dateInWords(until),
    });
    expect(placeOf(aMember({ state: 'suspended' }), false).title).toMatch(
      /^You are suspended as a Recruiter/,
    );
  });

  it('says nothing of an inviter whom it does not know', () => {
    expect(placeOf(aMember({ invitedByName: null, joinedAt: null }), false).facts).toEqual([
      { term: 'Signed in as', value: 'rita@acme.example' },
    ]);
  });

  it('says of HRX staff that what they do is marked', () => {
    expect(placeOfHrx('hana@hrx.example')).toMatchObject({
      meaning: expect.stringContaining('recorded as HRX') as string,
      facts: [{ term: 'Signed in as', value: 'hana@hrx.example' }],
    });
  });
});
