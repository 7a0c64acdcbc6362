/** When it is night in the kiosk. */
import type { Settings } from '../settings';

/** `hour` is that of the clock on the wall, 0 to 23. Where the night begins and ends at the same hour, there is none. */
export function isNight(hour: number, { nightFromHour, nightToHour }: Pick<Settings, 'nightFromHour' | 'nightToHour'>): boolean {
  const isBefore = hour < nightToHour;
  const isAfter = hour >= nightFromHour;
  return nightFromHour <= nightToHour ? isAfter && isBefore : isAfter || isBefore;
}
