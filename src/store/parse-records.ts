/** Reads records as if anybody could have written them: what does not make sense is set aside, alone. */
import { type Embedding, lengthOf } from '../core/embedding';
import type { Person, Sample } from '../decision/gallery';
import { parseName } from '../decision/person-name';

/** A record that could not be used. Never holds a name. */
export interface DamagedRecord {
  readonly store: 'people' | 'templates';
  readonly key: string;
  readonly reason: string;
}

export interface ParsedPeople {
  readonly people: readonly Person[];
  readonly damaged: readonly DamagedRecord[];
}

/** Embeddings are stored as 32-bit floats; their rounding moves a unit length by far less than this. */
const MAX_LENGTH_ERROR = 1e-3;

/** A record as read, with the key it was found under. */
export interface RawRecord {
  readonly key: string;
  readonly value: unknown;
}

/** Everybody who can be read, and every record that cannot. */
export function parsePeople(people: readonly RawRecord[], templates: readonly RawRecord[]): ParsedPeople {
  const damaged: DamagedRecord[] = [];
  const samplesByPerson = new Map<string, { key: string; sample: Sample }[]>();
  for (const { key, value } of templates) {
    try {
      const { personId, sample } = parseTemplate(value);
      samplesByPerson.set(personId, [...(samplesByPerson.get(personId) ?? []), { key, sample }]);
    } catch (error) {
      damaged.push({ store: 'templates', key, reason: reasonOf(error) });
    }
  }
  const parsed: Person[] = [];
  for (const { key, value } of people) {
    try {
      const person = parsePerson(value);
      const samples = samplesByPerson.get(person.id);
      samplesByPerson.delete(person.id);
      if (samples === undefined) throw new TypeError('has no template that can be read');
      parsed.push({ ...person, samples: samples.map(({ sample }) => sample) });
    } catch (error) {
      damaged.push({ store: 'people', key, reason: reasonOf(error) });
    }
  }
  for (const orphan of [...samplesByPerson.values()].flat()) {
    damaged.push({ store: 'templates', key: orphan.key, reason: 'belongs to nobody' });
  }
  return { people: parsed, damaged };
}

function parsePerson(value: unknown): Omit<Person, 'samples'> {
  const { id, name, enrolledAtMs } = fieldsOf(value);
  const parsed = parseName(textOf(name, 'name'));
  if (parsed.kind === 'problem') throw new TypeError(`has a name that is ${parsed.problem}`);
  return { id: textOf(id, 'id'), name: parsed.name, enrolledAtMs: timeOf(enrolledAtMs) };
}

function parseTemplate(value: unknown): { personId: string; sample: Sample } {
  const { id, personId, embedding, model, pipeline, capturedAtMs } = fieldsOf(value);
  return {
    personId: textOf(personId, 'person'),
    sample: {
      id: textOf(id, 'id'),
      embedding: embeddingOf(embedding),
      model: textOf(model, 'model'),
      pipeline: textOf(pipeline, 'pipeline'),
      capturedAtMs: timeOf(capturedAtMs),
    },
  };
}

function fieldsOf(value: unknown): Record<string, unknown> {
  if (typeof value !== 'object' || value === null) throw new TypeError('is not a record');
  return value as Record<string, unknown>;
}

function textOf(value: unknown, field: string): string {
  if (typeof value !== 'string' || value === '') throw new TypeError(`has no ${field}`);
  return value;
}

function timeOf(value: unknown): number {
  if (typeof value !== 'number' || !Number.isFinite(value)) throw new TypeError('has no time');
  return value;
}

function embeddingOf(value: unknown): Embedding {
  if (!(value instanceof Float32Array) || value.length === 0) throw new TypeError('has no embedding');
  const isUnitLength = Math.abs(lengthOf(value) - 1) <= MAX_LENGTH_ERROR;
  if (!isUnitLength) throw new TypeError('has an embedding that is not of unit length');
  return value as Embedding;
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
