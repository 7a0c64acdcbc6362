/** People, and a desk that keeps them, for the tests of the desks. */
import { PeopleDesk } from '../../../src/app/people-desk';
import { ViewModel } from '../../../src/app/view-model';
import { type Embedding, normalise } from '../../../src/core/embedding';
import { PIPELINE_VERSION } from '../../../src/core/model';
import { EMPTY_DRAFT } from '../../../src/decision/consent';
import type { Person, Sample } from '../../../src/decision/gallery';
import type { LogAct } from '../../../src/decision/log-entry';
import { NO_CONSENT, NO_RIGHTS, type RightsView } from '../../../src/ui/rights-view';
import { FakeStore } from './fake-store';

export const ORIGIN = { model: 'mobilefacenet-512', pipeline: PIPELINE_VERSION };

/** A form of consent that is filled in. */
export const AGREED: RightsView = { ...NO_RIGHTS, consent: { ...NO_CONSENT, draft: { ...EMPTY_DRAFT, isAgreed: true } } };

/** A direction in the plane: the cosine of two is that of the angle between them. */
export function faceAt(degrees: number): Embedding {
  const angle = (degrees * Math.PI) / 180;
  return normalise(Float32Array.of(Math.cos(angle), Math.sin(angle)));
}

export function sample(id: string, change: Partial<Sample> = {}): Sample {
  return { ...ORIGIN, id, learntBy: 'enrolment', embedding: faceAt(0), capturedAtMs: 0, ...change };
}

/** A person whose id is their name in small letters. */
export function person(name: string, samples: readonly Sample[], denials: readonly Sample[] = []): Person {
  return { id: name.toLowerCase(), name, enrolledAtMs: 1, samples, denials };
}

export class PeopleWorld {
  readonly store: FakeStore;
  readonly view = new ViewModel(() => {});
  readonly people: PeopleDesk;
  /** How often people were said to have changed. */
  changes = 0;
  /** What the log was told: act and person. */
  readonly recorded: (readonly [LogAct, string | null])[] = [];

  private constructor(people: readonly Person[]) {
    this.store = new FakeStore(people);
    this.people = new PeopleDesk(this.view, () => (this.changes += 1), (act, personId = null) => this.recorded.push([act, personId]));
  }

  /** A world with a store that is open, and a model that runs. */
  static async open(people: readonly Person[] = []): Promise<PeopleWorld> {
    const world = await PeopleWorld.withoutModel(people);
    await world.people.useOrigin(ORIGIN);
    return world;
  }

  static async withoutModel(people: readonly Person[] = []): Promise<PeopleWorld> {
    const world = new PeopleWorld(people);
    await world.people.open(world.store);
    return world;
  }

  get names(): string[] {
    return this.view.state.people.map(({ name }) => name);
  }
}
