import { describe, expect, it } from 'vitest';
import { demoPeople } from '../demo/demoPeople.ts';
import { planSuite } from '../plan/suitePlan.ts';
import { welcomeScreen } from './welcomeScreen.ts';

describe('welcomeScreen', () => {
  const screen = welcomeScreen(planSuite(false, { HRX_PORTS_SHIFT: '100' }));

  it('names the addresses of this suite', () => {
    expect(screen).toContain('http://127.0.0.1:5273');
    expect(screen).toContain('http://127.0.0.1:1180');
  });

  it('names everybody, and the password', () => {
    for (const { email } of demoPeople) expect(screen).toContain(email);
    expect(screen).toContain('demo-pass-1');
  });

  it('says what the next start begins with', () => {
    expect(screen).toContain('begins with fresh demo data');
    expect(welcomeScreen(planSuite(false, {}), true)).toContain('Your data is kept');
  });

  it('fits into a terminal of 100 columns and 30 lines', () => {
    const lines = screen.split('\n');

    expect(lines.length).toBeLessThanOrEqual(30);
    expect(Math.max(...lines.map(({ length }) => length))).toBeLessThanOrEqual(100);
  });
});
