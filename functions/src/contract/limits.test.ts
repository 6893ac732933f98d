import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import * as limits from './limits.ts';

/** The figures that people run into, as they were asked for. */
const FIGURES = {
  INVITE_TTL_HOURS: 168,
  INVITE_TTL_HOURS_MIN: 1,
  INVITE_TTL_HOURS_MAX: 720,
  PASSWORD_LENGTH_MIN: 8,
  PASSWORD_LENGTH_MAX: 128,
  INVITES_A_MINUTE: 5,
  INVITES_A_MINUTE_HRX: 60,
  REFUSALS_A_MINUTE: 60,
  MAILS_A_DAY_FROM_TENANT: 3,
  MAILS_A_DAY_TO_ADDRESS: 10,
  MAILS_A_DAY_ASKED_BY_ANYBODY: 5,
  PENDING_INVITES_MAX: 200,
  RESEND_COOLDOWN_MINUTES: 5,
  RESENDS_MAX: 5,
  ENDS_SOON_HOURS: 24,
  JOB_NAMED_ROWS_MAX: 500,
  LINK_KEPT_DAYS: 30,
  JOB_KEPT_DAYS: 90,
} satisfies Partial<typeof limits>;

describe('the numbers', () => {
  it.each(Object.entries(FIGURES))(
    '%s is %i, here and on the page that explains them [NUM-01]',
    (name, figure) => {
      expect(limits[name as keyof typeof FIGURES]).toBe(figure);
      const page = path.resolve(import.meta.dirname, '../../../docs/architecture.md');
      const [, numbers = ''] = readFileSync(page, 'utf8').split('\n## Numbers\n');
      expect(numbers.match(/\d+/g)).toContain(String(figure));
    },
  );
});
