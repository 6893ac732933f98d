import { describe, expect, it } from 'vitest';
import { takeFromWindow } from './slidingWindow.ts';

const now = new Date('2026-11-21T12:00:00Z');
const limit = { max: 3, windowSeconds: 60 };
const ago = (seconds: number) => now.getTime() - seconds * 1000;

describe('takeFromWindow', () => {
  it('takes as many as the limit says, and forgets what is past', () => {
    expect(takeFromWindow([], limit, now)).toEqual({ allowed: true, takenAt: [ago(0)] });
    expect(takeFromWindow([ago(61), ago(60), ago(10), ago(5)], limit, now)).toEqual({
      allowed: true,
      takenAt: [ago(10), ago(5), ago(0)],
    });
  });

  it('refuses one more, and says when there is room again [NUM-08]', () => {
    const full = [ago(45), ago(10), ago(5)];
    expect(takeFromWindow(full, limit, now)).toEqual({ allowed: false, retryAfterSeconds: 15 });
    const then = new Date(now.getTime() + 15_000);
    expect(takeFromWindow(full, limit, then).allowed).toBe(true);
    expect(takeFromWindow(full, limit, new Date(then.getTime() - 1)).allowed).toBe(false);
  });

  it('waits for as many as are too many after the limit was lowered', () => {
    const full = [ago(50), ago(40), ago(30), ago(20)];
    expect(takeFromWindow(full, limit, now)).toEqual({ allowed: false, retryAfterSeconds: 20 });
  });

  it('never says to try again at once', () => {
    expect(takeFromWindow([ago(59.9), ago(1), ago(1)], limit, now)).toMatchObject({ retryAfterSeconds: 1 });
  });
});
