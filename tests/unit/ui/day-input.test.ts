/** Days as the browser's field for dates writes them. */
import { describe, expect, it } from 'vitest';
import { addDays, fromDayInput, toDayInput } from '../../../src/ui/day-input';

describe('a day', () => {
  it.each(['2026-11-27', '2024-02-29'])('%s comes back', (day) => expect(toDayInput(fromDayInput(day)!)).toBe(day));

  it('begins at midnight', () => {
    expect(new Date(fromDayInput('2026-11-27')!).getHours()).toBe(0);
  });

  it.each(['', '2026-02-30', '27.11.2026', '2026-13-01'])('is not %j', (day) => expect(fromDayInput(day)).toBeNull());

  it('ends at the next midnight, also where a day has 25 hours', () => {
    for (const day of ['2026-10-25', '2026-11-01', '2026-12-31']) {
      const ends = new Date(addDays(fromDayInput(day)!, 1));
      expect([ends.getHours(), ends.getMinutes()]).toEqual([0, 0]);
    }
  });
});
