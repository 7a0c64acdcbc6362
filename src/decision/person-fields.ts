/** Reads people and samples from values that anybody could have written; an error completes "The record …". */
import { type Embedding, lengthOf } from '../core/embedding';
import type { RecognitionModelId } from '../core/model';
import type { Consent } from './consent';
import { type Person, type Sample, WAYS_TO_LEARN } from './gallery';
import { parseName } from './person-name';

/** Embeddings are stored as 32-bit floats; their rounding moves a unit length by far less than this. */
const MAX_LENGTH_ERROR = 1e-3;

/** The last moment that JavaScript can write as a date. */
const MAX_TIME_MS = 8.64e15;

/** Numbers in an embedding, by network. A network that is no longer known is never compared, so any number will do. */
const DIMENSIONS: Readonly<Partial<Record<string, number>>> = {
  'mobilefacenet-128': 128,
  'mobilefacenet-512': 512,
} satisfies Record<RecognitionModelId, number>;

/** What a template is to a person: a denial is a face of which somebody said that it is not this person. */
export type TemplateRole = 'sample' | 'denial';

/** @throws TypeError when a field is missing or makes no sense. */
export function parsePersonFields(value: unknown): Omit<Person, 'samples' | 'denials'> {
  const { id, name, enrolledAtMs, consent, expiresAtMs, lastSeenAtMs } = fieldsOf(value);
  return {
    id: textOf(id, 'id'),
    name: nameOf(name, 'name'),
    enrolledAtMs: timeOf(enrolledAtMs),
    // Absent in what was written before there were these.
    ...(consent !== undefined && { consent: consentOf(consent) }),
    ...(expiresAtMs !== undefined && { expiresAtMs: timeOf(expiresAtMs) }),
    ...(lastSeenAtMs !== undefined && { lastSeenAtMs: timeOf(lastSeenAtMs) }),
  };
}

/** @throws TypeError when a field is missing or makes no sense. */
export function parseTemplateFields(value: unknown): { role: TemplateRole; sample: Sample } {
  const { id, embedding, model: modelField, pipeline, capturedAtMs, learntBy, role } = fieldsOf(value);
  const model = textOf(modelField, 'model');
  return {
    role: oneOf(role, ['sample', 'denial'], 'role'),
    sample: {
      id: textOf(id, 'id'),
      embedding: embeddingOf(embedding, model),
      model,
      pipeline: textOf(pipeline, 'pipeline'),
      capturedAtMs: timeOf(capturedAtMs),
      learntBy: oneOf(learntBy, WAYS_TO_LEARN, 'way it was learnt'),
    },
  };
}

/** @throws TypeError when `value` is no record. */
export function fieldsOf(value: unknown): Record<string, unknown> {
  if (typeof value !== 'object' || value === null) throw new TypeError('is not a record');
  return value as Record<string, unknown>;
}

/** @throws TypeError when `value` is no text, or empty. */
export function textOf(value: unknown, field: string): string {
  if (typeof value !== 'string' || value === '') throw new TypeError(`has no ${field}`);
  return value;
}

/** @throws TypeError when `value` is no moment, in milliseconds since 1970. */
export function timeOf(value: unknown): number {
  const isTime = typeof value === 'number' && Math.abs(value) <= MAX_TIME_MS;
  if (!isTime) throw new TypeError('has no time');
  return value;
}

function nameOf(value: unknown, field: string): string {
  const parsed = parseName(textOf(value, field));
  if (parsed.kind === 'problem') throw new TypeError(`has a ${field} that is ${parsed.problem}`);
  return parsed.name;
}

function consentOf(value: unknown): Consent {
  const { givenAtMs, textVersion, enteredBy, guardian } = fieldsOf(value);
  if (!Number.isSafeInteger(textVersion) || Number(textVersion) < 1) throw new TypeError('has a consent to no text');
  return {
    givenAtMs: timeOf(givenAtMs),
    textVersion: Number(textVersion),
    enteredBy: enteredBy === null ? null : nameOf(enteredBy, 'name of who entered the consent'),
    guardian: guardian === null ? null : nameOf(guardian, 'name of a guardian'),
  };
}

function oneOf<T extends string>(value: unknown, choices: readonly T[], field: string): T {
  const choice = choices.find((candidate) => candidate === value);
  if (choice === undefined) throw new TypeError(`has no ${field}`);
  return choice;
}

function embeddingOf(value: unknown, model: string): Embedding {
  if (!(value instanceof Float32Array)) throw new TypeError('has no embedding');
  const dimensions = DIMENSIONS[model] ?? value.length;
  if (value.length !== dimensions) throw new TypeError(`has ${value.length} numbers instead of ${dimensions}`);
  const isUnitLength = Math.abs(lengthOf(value) - 1) <= MAX_LENGTH_ERROR;
  if (!isUnitLength) throw new TypeError('has an embedding that is not of unit length');
  return value as Embedding;
}
