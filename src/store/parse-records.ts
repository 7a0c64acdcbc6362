/** Reads records as if anybody could have written them: what does not make sense is set aside, alone. */
import type { Person, Sample } from '../decision/gallery';
import { fieldsOf, parsePersonFields, parseTemplateFields, textOf, type TemplateRole } from '../decision/person-fields';

/** A record that could not be used. Never holds a name. */
export interface DamagedRecord {
  readonly store: 'sealed' | 'people' | 'templates';
  readonly key: string;
  readonly reason: string;
}

export interface ParsedPeople {
  readonly people: readonly Person[];
  readonly damaged: readonly DamagedRecord[];
}

/** A record as read, with the key it was found under. */
export interface RawRecord {
  readonly key: string;
  readonly value: unknown;
}

/** Reads records as they come from the database: all templates first, then all people, however many at a time. */
export class PeopleReader {
  readonly #people: Person[] = [];
  readonly #damaged: DamagedRecord[] = [];
  readonly #templatesOf = new Map<string, { readonly key: string; readonly role: TemplateRole; readonly sample: Sample }[]>();

  addTemplates(records: readonly RawRecord[]): void {
    for (const { key, value } of records) {
      try {
        const personId = textOf(fieldsOf(value).personId, 'person');
        const template = parseTemplateFields(value);
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
        const person = parsePersonFields(value);
        const templates = this.#templatesOf.get(person.id) ?? [];
        this.#templatesOf.delete(person.id);
        const withRole = (wanted: TemplateRole): Sample[] => templates.flatMap(({ role, sample }) => (role === wanted ? [sample] : []));
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

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
