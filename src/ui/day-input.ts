/** Days as `<input type="date">` writes them, in the time of this device. */

/** As 2026-11-27. */
export function toDayInput(ms: number): string {
  const date = new Date(ms);
  const padded = (value: number, length: number): string => String(value).padStart(length, '0');
  return `${padded(date.getFullYear(), 4)}-${padded(date.getMonth() + 1, 2)}-${padded(date.getDate(), 2)}`;
}

/** When the day begins; null when it is no day. Milliseconds since 1970. */
export function fromDayInput(day: string): number | null {
  const [, year, month, date] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day) ?? [];
  if (year === undefined) return null;
  const beginsAtMs = new Date(Number(year), Number(month) - 1, Number(date)).getTime();
  return toDayInput(beginsAtMs) === day ? beginsAtMs : null;
}

/** The same time of day so many days later: not every day has 24 hours. */
export function addDays(ms: number, days: number): number {
  const date = new Date(ms);
  return date.setDate(date.getDate() + days);
}
