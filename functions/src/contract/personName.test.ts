import { describe, expect, it } from 'vitest';
import { isNameSpelling, posesAsCompany, posesAsOffice } from './personName.ts';

describe('isNameSpelling', () => {
  it.each([
    'Nina',
    'St. John',
    'Downey Jr.',
    "O'Brien",
    'D’Arcy',
    '’t Hooft',
    'Jean-Luc',
    'van der Berg',
    'Zoë',
    'Nguyễn Thị',
    'Владимир',
    'Γιώργος',
    '山田',
    'محمد',
    'अमित',
  ])('takes %s', (name) => {
    expect(isNameSpelling(name)).toBe(true);
  });

  it.each([
    '1-800-555-0199',
    '1.800.555',
    '٠١٢٣٤٥',
    '１２３',
    'Agent 7',
    'evil.com',
    'evil。com',
    'evil․com',
    'a\u2028b',
    'Nina (HR)',
    'Nina & Co',
    'Nina, IT',
    'a/b',
    '.Nina',
    'Nina .',
    '-Nina',
    'Nina  New',
    'Аdam',
    'Nin\u0301\u0301\u0301\u0301\u0301a',
    '',
  ])('refuses %j [ATTACK-23]', (name) => {
    expect(isNameSpelling(name)).toBe(false);
  });
});

describe('posesAsOffice', () => {
  it.each([
    'HRX',
    'Hrx Security',
    'H.R.X',
    'H R X',
    'hŕx',
    'Security',
    'Support',
    'Admin',
    'The Team',
    'IT Helpdesk',
  ])('finds %s [ATTACK-24]', (name) => {
    expect(posesAsOffice(name)).toBe(true);
  });

  it.each(['Nina', 'Adam Reyes', 'Teamer', 'Adminah', 'Securo'])('leaves %s alone', (name) => {
    expect(posesAsOffice(name)).toBe(false);
  });
});

describe('posesAsCompany', () => {
  it.each([
    [{ firstName: 'Acme', lastName: 'Staffing' }, 'Acme Staffing'],
    [{ firstName: 'The Acme', lastName: 'Staffing' }, 'Acme Staffing'],
    [{ firstName: 'ÁCME', lastName: 'staffing' }, 'Acme Staffing'],
    [{ firstName: 'Nina', lastName: 'Globex' }, 'Globex'],
  ])('finds %j in %s [ATTACK-24]', (person, company) => {
    expect(posesAsCompany(person, company)).toBe(true);
  });

  it('leaves a person alone who shares a word with the company', () => {
    expect(posesAsCompany({ firstName: 'Nina', lastName: 'Acme' }, 'Acme Staffing')).toBe(false);
    expect(posesAsCompany({ firstName: 'Nina', lastName: 'New' }, '')).toBe(false);
  });
});
