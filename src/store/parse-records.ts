/** Reads records as if anybody could have written them: what does not make sense is set aside, alone. */
import { type Embedding, lengthOf } from '../core/embedding';
import type { RecognitionModelId } from '../core/model';
import { type Person, type Sample, WAYS_TO_LEARN } from '../decision/gallery';
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

/** The last moment that JavaScript can write as a date. */
const MAX_TIME_MS = 8.64e15;

/** Numbers in an embedding, by network. A network that is no longer known is never compared, so any number will do. */
const DIMENSIONS: Readonly<Partial<Record<string, number>>> = {
  'mobilefacenet-128': 128,
  'mobilefacenet-512': 512,
} satisfies Record<RecognitionModelId, number>;

/** A record as read, with the key it was found under. */
export interface RawRecord {
  readonly key: string;
  readonly value: unknown;
}

/** Reads records as they come from the database: all templates first, then all people, however many at a time. */
export class PeopleReader {
  readonly #people: Person[] = [];
  readonly #damaged: DamagedRecord[] = [];
  readonly #templatesOf = new Map<string, ParsedTemplate[]>();

  addTemplates(records: readonly RawRecord[]): void {
    for (const { key, value } of records) {
      try {
        const { personId, ...template } = parseTemplate(value);
        const templates = this.#templatesOf.get(personId);
        if (templates === undefined) this.#templatesOf.set(personId, [{ key, ...template }]);
        else templates.push({ key, ...template });
      } catch (error) {
        this.#damaged.push({ store: 'templates', key, reason: reasonOf(error) });
      }
    }
  }

  addPeople(records: readonly RawRecord[]): void {
    for (const { key, value } of records) {
      try {
        const person = parsePerson(value);
        const templates = this.#templatesOf.get(person.id) ?? [];
        this.#templatesOf.delete(person.id);
        const withRole = (wanted: string): Sample[] => templates.flatMap(({ role, sample }) => (role === wanted ? [sample] : []));
        const samples = withRole('sample');
        if (samples.length === 0) throw new TypeError('has no template that can be read');
        this.#people.push({ ...person, samples, denials: withRole('denial') });
      } catch (error) {
        this.#damaged.push({ store: 'people', key, reason: reasonOf(error) });
      }
    }
  }

  /** Everybody who can be read, and every record that cannot. */
  finish(): ParsedPeople {
    const orphans = [...this.#templatesOf.values()].flat();
    const damaged = orphans.map(({ key }): DamagedRecord => ({ store: 'templates', key, reason: 'belongs to nobody' }));
    return { people: this.#people, damaged: [...this.#damaged, ...damaged] };
  }
}

function parsePerson(value: unknown): Omit<Person, 'samples' | 'denials'> {
  const { id, name, enrolledAtMs } = fieldsOf(value);
  const parsed = parseName(textOf(name, 'name'));
  if (parsed.kind === 'problem') throw new TypeError(`has a name that is ${parsed.problem}`);
  return { id: textOf(id, 'id'), name: parsed.name, enrolledAtMs: timeOf(enrolledAtMs) };
}

interface ParsedTemplate {
  readonly key: string;
  readonly role: string;
  readonly sample: Sample;
}

function parseTemplate(value: unknown): { personId: string; role: string; sample: Sample } {
  const { id, personId, embedding, model: modelField, pipeline, capturedAtMs, learntBy, role } = fieldsOf(value);
  const model = textOf(modelField, 'model');
  return {
    personId: textOf(personId, 'person'),
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

function fieldsOf(value: unknown): Record<string, unknown> {
  if (typeof value !== 'object' || value === null) throw new TypeError('is not a record');
  return value as Record<string, unknown>;
}

function textOf(value: unknown, field: string): string {
  if (typeof value !== 'string' || value === '') throw new TypeError(`has no ${field}`);
  return value;
}

function oneOf<T extends string>(value: unknown, choices: readonly T[], field: string): T {
  const choice = choices.find((candidate) => candidate === value);
  if (choice === undefined) throw new TypeError(`has no ${field}`);
  return choice;
}

function timeOf(value: unknown): number {
  const isTime = typeof value === 'number' && Math.abs(value) <= MAX_TIME_MS;
  if (!isTime) throw new TypeError('has no time');
  return value;
}

function embeddingOf(value: unknown, model: string): Embedding {
  if (!(value instanceof Float32Array)) throw new TypeError('has no embedding');
  const dimensions = DIMENSIONS[model] ?? value.length;
  if (value.length !== dimensions) throw new TypeError(`has ${value.length} numbers instead of ${dimensions}`);
  const isUnitLength = Math.abs(lengthOf(value) - 1) <= MAX_LENGTH_ERROR;
  if (!isUnitLength) throw new TypeError('has an embedding that is not of unit length');
  return value as Embedding;
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
