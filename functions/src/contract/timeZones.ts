/** Time zones by their names in the IANA database, as `Intl` knows them. No zod here. */

export const TIME_ZONE_DEFAULT = 'UTC';

/** A name, and no offset like `+01:00`, which `Intl` takes too. */
const NAME = /^[A-Za-z][\w+-]*(?:\/[\w+-]+){0,2}$/;

/** @returns whether times can be written in this zone, here and in any browser. */
export function isTimeZone(name: string): boolean {
  if (!NAME.test(name)) return false;
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}
