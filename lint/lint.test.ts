import { describe, expect, it } from 'vitest';
import { actualRefusals, namedRefusals } from './refusals.ts';
import { LANGUAGE_RULES, TYPESCRIPT_RULES, WEB_RULES } from './rules.ts';

const named = namedRefusals();

describe('lint', () => {
  it('refuses each line of the fixtures by the rules that it names, and no other line', () => {
    expect(actualRefusals()).toEqual(named);
  }, 60_000);

  it('shows for each of its rules a line that it refuses', () => {
    const shown = new Set(Object.values(named).flat());
    const rules = Object.keys({ ...LANGUAGE_RULES, ...TYPESCRIPT_RULES, ...WEB_RULES });
    expect([...rules, 'no-restricted-imports', 'no-undef'].filter((rule) => !shown.has(rule))).toEqual([]);
  });
});
