/**
 * What the log keeps: every attempt to be recognised and every administrative act, each with its time. It names people
 * by their ids, and holds neither names nor pictures nor embeddings.
 */
import { fieldsOf, textOf, timeOf } from './person-fields';

/** How an attempt ended. */
export const ATTEMPT_OUTCOMES = [
  'match',
  'no-match',
  'unsure',
  'spoof-suspected',
  /** There was nobody to compare with. */
  'nobody-known',
  /** No picture came that could be used. */
  'not-captured',
  /** Somebody stepped back, or the camera went off, before there was a verdict. */
  'broken-off',
] as const;
export type AttemptOutcome = (typeof ATTEMPT_OUTCOMES)[number];

/** Where an attempt was made. */
export const ATTEMPT_PLACES = ['verify', 'self-test', 'enrol'] as const;
export type AttemptPlace = (typeof ATTEMPT_PLACES)[number];

/** What somebody did, or what Lintel did by itself. */
export const LOG_ACTS = [
  'enrolled',
  'replaced',
  'sample-added',
  'sample-removed',
  'corrected',
  'denied',
  'united',
  'deleted',
  'delete-undone',
  'imported',
  'exported',
  'settings-changed',
  'pin-set',
  'pin-removed',
  'pin-wrong',
  'pin-right',
  'admin-locked',
  'passphrase-wrong',
  'unlocked',
  'protection-changed',
  'passphrase-changed',
  'backup-written',
  'backup-tried',
  'restored',
  'consent-recorded',
  'expiry-changed',
  /** They were to be deleted, and somebody said no. */
  'kept',
  /** Deleted as announced, because of their expiry date or because they were not seen. */
  'expired',
  'data-exported',
  'erased',
  'log-begun',
  'log-broken',
  'log-trimmed',
  'log-exported',
  'log-checked',
  'log-restored',
  /** One that this version does not know. */
  'other',
] as const;
export type LogAct = (typeof LOG_ACTS)[number];

/** What more there is to say of an act, by names of its own: never a name of a person, and no secret. */
export type LogFacts = Readonly<Record<string, string | number | boolean>>;

interface Logged {
  /** Milliseconds since 1970, by the clock of the device as it was then. */
  readonly atMs: number;
  /** Whom it concerns; null when nobody, or nobody who is known. */
  readonly personId: string | null;
}

export interface Attempt extends Logged {
  readonly kind: 'attempt';
  readonly place: AttemptPlace;
  readonly outcome: AttemptOutcome;
  /** Cosine of the best person, −1 to 1; null when there is none. */
  readonly score: number | null;
  /** Cosine of the second best. */
  readonly secondScore: number | null;
  /** Cosine from which the best would have matched. */
  readonly threshold: number | null;
  /** The passive liveness score, 0 (a picture) to 1 (a living face); null where too few frames were measured. */
  readonly liveness: number | null;
  /** Why it was no match, as the verdict or the capture names it; null of a match. */
  readonly why: string | null;
  /** With what the face was embedded; null before a network was loaded. */
  readonly model: string | null;
  readonly pipeline: string;
}

export interface Act extends Logged {
  readonly kind: 'act';
  readonly act: LogAct;
  readonly facts: LogFacts;
}

export type LogEvent = Attempt | Act;

/** An event in its place: the log counts from 1 and leaves no number out. */
export type LogEntry = LogEvent & { readonly seq: number };

/** What is counted and filtered by: the outcome of an attempt, or what was done. */
export function kindOf(event: LogEvent): AttemptOutcome | LogAct {
  return event.kind === 'attempt' ? event.outcome : event.act;
}

/** Reads an event without trust. @throws TypeError, of which the message completes "The entry …". */
export function parseLogEvent(value: unknown): LogEvent {
  const fields = fieldsOf(value);
  const logged = { atMs: timeOf(fields.atMs), personId: fields.personId === null ? null : textOf(fields.personId, 'person') };
  if (fields.kind === 'act') {
    return { kind: 'act', ...logged, act: LOG_ACTS.find((act) => act === fields.act) ?? 'other', facts: factsOf(fields.facts) };
  }
  if (fields.kind !== 'attempt') throw new TypeError('is of no known kind');
  const outcome = ATTEMPT_OUTCOMES.find((known) => known === fields.outcome);
  const place = ATTEMPT_PLACES.find((known) => known === fields.place);
  if (outcome === undefined || place === undefined) throw new TypeError('has no outcome');
  return {
    kind: 'attempt',
    ...logged,
    place,
    outcome,
    score: numberOf(fields.score),
    secondScore: numberOf(fields.secondScore),
    threshold: numberOf(fields.threshold),
    liveness: numberOf(fields.liveness),
    why: fields.why === null ? null : textOf(fields.why, 'reason'),
    model: fields.model === null ? null : textOf(fields.model, 'model'),
    pipeline: textOf(fields.pipeline, 'pipeline'),
  };
}

function numberOf(value: unknown): number | null {
  if (value === null || (typeof value === 'number' && Number.isFinite(value))) return value;
  throw new TypeError('has a score that is no number');
}

function factsOf(value: unknown): LogFacts {
  const isFact = (fact: unknown): boolean => ['string', 'number', 'boolean'].includes(typeof fact);
  const facts = fieldsOf(value);
  if (!Object.values(facts).every(isFact)) throw new TypeError('has facts that make no sense');
  return facts as LogFacts;
}
