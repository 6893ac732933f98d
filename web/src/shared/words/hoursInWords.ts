/** @returns "7 days", "36 hours", "1 day": days where it is whole ones. */
export function hoursInWords(hours: number): string {
  const isDays = hours % 24 === 0;
  const count = isDays ? hours / 24 : hours;
  return `${count} ${isDays ? 'day' : 'hour'}${count === 1 ? '' : 's'}`;
}
