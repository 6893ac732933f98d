import { describe, expect, it } from 'vitest';
import { FIRST_VIEW, isNarrowed, readView, writeView, type InvitationsView } from './invitationsView.ts';

const read = (address: string) => readView(new URLSearchParams(address));
const write = (view: InvitationsView, address = '') =>
  writeView(new URLSearchParams(address), view).toString();

const whole: InvitationsView = {
  tab: 'attention',
  search: 'Nora N',
  role: 'Recruiter',
  inviterUid: 'rita',
  mailProblem: true,
  sort: 'ends',
};

describe('the view in the address', () => {
  it('is what was written there', () => {
    expect(read(write(whole))).toEqual(whole);
  });

  it('is the open invitations, newest first, where the address says nothing', () => {
    expect(read('')).toEqual(FIRST_VIEW);
    expect(write(FIRST_VIEW)).toBe('');
  });

  it('takes what it does not know as not said', () => {
    expect(read('tab=mine&role=Boss&sort=worst&email=any')).toEqual(FIRST_VIEW);
  });

  it('leaves alone what else the address says, and takes out what is as at first', () => {
    expect(write(FIRST_VIEW, 'invitation=nora&tab=all&role=Worker')).toBe('invitation=nora');
  });

  it.each<[Partial<InvitationsView>, boolean]>([
    [{ tab: 'ended', sort: 'oldest' }, false],
    [{ search: 'n' }, true],
    [{ role: 'Worker' }, true],
    [{ inviterUid: 'rita' }, true],
    [{ mailProblem: true }, true],
  ])('with %o is narrowed: %s', (changes, narrowed) => {
    expect(isNarrowed({ ...FIRST_VIEW, ...changes })).toBe(narrowed);
  });
});
