/**
 * How long people are kept: until their expiry date, and as long as they are seen.
 *
 * [Note: grace] Nobody is deleted because a clock says so once. Whoever is due is first announced, and deleted only after
 * 24 hours of grace, which are counted from look to look: at most 12 hours of any one gap between two looks, and nothing
 * where the clock went back. A look after a gap of more than a day deletes nobody at all. So a clock that jumps by years
 * makes people due, at worst; it neither starts their grace earlier nor uses it up, and when it is set right before the
 * grace is over, those who were due only by it are due no more.
 */
import type { Person } from './gallery';

export const HOUR_MS = 60 * 60 * 1000;
export const DAY_MS = 24 * HOUR_MS;

/** How long whoever is due stays, unrecognised, before they are deleted. */
export const GRACE_MS = DAY_MS;

/** How much of a gap between two looks counts towards the grace at most. */
const MAX_COUNTED_MS = 12 * HOUR_MS;

/** After a gap longer than this nobody is deleted: it may be a clock that jumped. */
const MAX_GAP_MS = DAY_MS;

/** How long before their expiry date people are warned of it. */
export const WARN_BEFORE_MS = 14 * DAY_MS;

/** Days after which somebody may be deleted, to choose from. */
export const KEEPING_DAYS = [30, 90, 180, 365] as const;
export type KeepingDays = (typeof KEEPING_DAYS)[number];

/** Somebody who is about to be deleted. */
export interface DuePerson {
  readonly personId: string;
  readonly reason: 'expired' | 'unseen';
  /** Of their grace, 0 and more. */
  readonly waitedMs: number;
}

/** What is kept from look to look. Ids say nothing about anybody. */
export interface RetentionState {
  /** When Lintel last looked; milliseconds since 1970, by the clock of then. */
  readonly lookedAtMs: number;
  /** Since when not being seen counts; null while nobody is deleted for it. Nobody is unseen for longer than this was chosen. */
  readonly unseenFromMs: number | null;
  readonly due: readonly DuePerson[];
}

export interface RetentionReview {
  readonly state: RetentionState;
  /** Whose grace is over: they are to be deleted now. */
  readonly over: readonly DuePerson[];
}

type Kept = Pick<Person, 'id' | 'enrolledAtMs' | 'expiresAtMs' | 'lastSeenAtMs'>;

/** True from the expiry date on: they are not recognised any more. */
export function isExpired({ expiresAtMs }: Pick<Person, 'expiresAtMs'>, nowMs: number): boolean {
  return expiresAtMs !== undefined && nowMs >= expiresAtMs;
}

/** True within `WARN_BEFORE_MS` before the expiry date. */
export function expiresSoon({ expiresAtMs }: Pick<Person, 'expiresAtMs'>, nowMs: number): boolean {
  return expiresAtMs !== undefined && nowMs < expiresAtMs && expiresAtMs - nowMs <= WARN_BEFORE_MS;
}

/**
 * What a look at everybody finds: who is due and for how long, and whose grace is over. `before` is what the last look
 * left, null when there was none; `unseenDays` is the setting, null when it is off. See grace above.
 */
export function reviewRetention(people: readonly Kept[], unseenDays: KeepingDays | null, before: RetentionState | null, nowMs: number): RetentionReview {
  const gapMs = before === null ? 0 : nowMs - before.lookedAtMs;
  const countedMs = Math.min(Math.max(gapMs, 0), MAX_COUNTED_MS);
  const unseenFromMs = unseenDays === null ? null : Math.min(before?.unseenFromMs ?? nowMs, nowMs);
  const waited = new Map(before?.due.map(({ personId, waitedMs }) => [personId, waitedMs]));
  const due = people.flatMap((person): DuePerson[] => {
    const reason = reasonOf(person, unseenDays, unseenFromMs, nowMs);
    if (reason === null) return [];
    const soFarMs = waited.get(person.id);
    return [{ personId: person.id, reason, waitedMs: soFarMs === undefined ? 0 : soFarMs + countedMs }];
  });
  const isTrusted = gapMs >= 0 && gapMs <= MAX_GAP_MS;
  const isOver = ({ waitedMs }: DuePerson): boolean => isTrusted && waitedMs >= GRACE_MS;
  return { state: { lookedAtMs: nowMs, unseenFromMs, due: due.filter((person) => !isOver(person)) }, over: due.filter(isOver) };
}

function reasonOf(person: Kept, unseenDays: KeepingDays | null, unseenFromMs: number | null, nowMs: number): DuePerson['reason'] | null {
  if (isExpired(person, nowMs)) return 'expired';
  if (unseenDays === null || unseenFromMs === null) return null;
  const countsFromMs = Math.max(unseenFromMs, person.enrolledAtMs, person.lastSeenAtMs ?? -Infinity);
  return nowMs - countsFromMs >= unseenDays * DAY_MS ? 'unseen' : null;
}

/** Reads a state that any version wrote, or anybody; null when it is none. */
export function parseRetentionState(stored: unknown): RetentionState | null {
  if (typeof stored !== 'object' || stored === null) return null;
  const { lookedAtMs, unseenFromMs = null, due } = stored as Partial<Record<keyof RetentionState, unknown>>;
  const isState = isTime(lookedAtMs) && (unseenFromMs === null || isTime(unseenFromMs)) && Array.isArray(due) && due.every(isDue);
  return isState ? { lookedAtMs, unseenFromMs, due } : null;
}

function isTime(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value);
}

function isDue(value: unknown): value is DuePerson {
  if (typeof value !== 'object' || value === null) return false;
  const { personId, reason, waitedMs } = value as Partial<Record<keyof DuePerson, unknown>>;
  return typeof personId === 'string' && (reason === 'expired' || reason === 'unseen') && isTime(waitedMs) && waitedMs >= 0;
}
