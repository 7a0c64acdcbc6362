/** People that come, learn and go; the interface, the gallery and the disk agree about them at every step. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { PeopleDesk } from '../../../src/app/people-desk';
import { ViewModel } from '../../../src/app/view-model';
import { Fault } from '../../../src/core/fault';
import { faceAt, ORIGIN, PeopleWorld, person, sample } from './made-up-people';

const FULL = new Fault('store-full', 'no space');
const ADA = person('Ada', [sample('a1')]);
const BEN = person('Ben', [sample('b1')]);

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
});

describe('reading everybody', () => {
  it('shows them in order of name, with what is theirs', async () => {
    const samples = [sample('a1'), sample('a2', { learntBy: 'correction', capturedAtMs: 5 }), sample('a3', { learntBy: 'photograph' })];
    const denials = [sample('d1', { learntBy: 'correction', capturedAtMs: 7 }), sample('d2', { learntBy: 'correction', capturedAtMs: 3 })];
    const { view } = await PeopleWorld.open([BEN, person('Ada', samples, denials)]);
    expect(view.state.people).toEqual([
      {
        id: 'ada',
        name: 'Ada',
        enrolledAtMs: 1,
        samples: 3,
        corrections: [
          { id: 'd1', kind: 'not-me', madeAtMs: 7 },
          { id: 'a2', kind: 'was-me', madeAtMs: 5 },
          { id: 'd2', kind: 'not-me', madeAtMs: 3 },
        ],
        isComparable: true,
      },
      { id: 'ben', name: 'Ben', enrolledAtMs: 1, samples: 1, corrections: [], isComparable: true },
    ]);
  });

  it('counts what was set aside', async () => {
    const world = await PeopleWorld.open([ADA]);
    world.store.damaged = [{ store: 'templates', key: 'x', reason: 'is not a record' }];
    await world.people.reload();
    expect(world.view.state.damagedRecords).toBe(1);
  });

  it('follows what another tab changed', async () => {
    const world = await PeopleWorld.open([ADA]);
    world.store.people = [BEN];
    await world.people.reload();
    expect(world.names).toEqual(['Ben']);
    expect(world.people.gallery!.proper.entries.map(({ name }) => name)).toEqual(['Ben']);
    expect(world.people.withId('ada')).toBeUndefined();
  });

  it('has a gallery only once the model runs, and then of those it can compare', async () => {
    const world = await PeopleWorld.withoutModel([ADA, person('Old', [sample('o1', { pipeline: 'older' })])]);
    expect(world.people.gallery).toBeNull();
    expect(world.view.state.people.map(({ isComparable }) => isComparable)).toEqual([true, true]);
    const before = world.changes;
    await world.people.useOrigin(ORIGIN);
    expect(world.people.gallery!.proper.entries.map(({ name }) => name)).toEqual(['Ada']);
    expect(world.view.state.people.map(({ isComparable }) => isComparable)).toEqual([true, false]);
    expect(world.changes).toBe(before + 1);
  });
});

describe('a worker that was started again', () => {
  it('changes nothing where it makes what the one before it made', async () => {
    const world = await PeopleWorld.open([ADA]);
    const { gallery } = world.people;
    const { people } = world.view.state;
    await world.people.useOrigin({ ...ORIGIN });
    expect(world.people.gallery).toBe(gallery);
    expect(world.view.state.people).toBe(people);
    await world.people.useOrigin({ ...ORIGIN, pipeline: 'newer' });
    expect(world.people.gallery!.size).toBe(0);
  });
});

describe('a change of one person', () => {
  it('touches that person alone', async () => {
    const crowd = Array.from({ length: 300 }, (_, index) => person(`Person ${index}`, [sample('s', { embedding: faceAt(index) })]));
    const world = await PeopleWorld.open(crowd);
    const { gallery } = world.people;
    const before = new Set(world.view.state.people);
    await world.people.addSample('person 7', faceAt(200), 5, 'correction');
    await world.people.delete('person 8');
    await world.people.enrol('Ada', faceAt(10), 5, 'enrolment');
    expect(world.people.gallery).toBe(gallery);
    expect(world.view.state.people.filter((view) => !before.has(view)).map(({ name }) => name)).toEqual(['Ada', 'Person 7']);
    expect(world.view.state.people).toHaveLength(300);
    expect(gallery!.size).toBe(300);
    expect(world.people.withId('person 8')).toBeUndefined();
    expect(world.people.named('PERSON 7')!.samples).toHaveLength(2);
  });
});

describe('enrolling', () => {
  it('keeps a person with one sample, on the disk before it is acknowledged', async () => {
    const world = await PeopleWorld.open();
    const saved = await world.people.enrol('Ada', faceAt(10), 1234, 'enrolment');
    const [written] = world.store.people;
    expect(written).toEqual({
      id: saved!.personId,
      name: 'Ada',
      enrolledAtMs: 1234,
      samples: [{ ...ORIGIN, id: saved!.sampleId, embedding: faceAt(10), capturedAtMs: 1234, learntBy: 'enrolment' }],
      denials: [],
    });
    expect(world.names).toEqual(['Ada']);
    expect(world.people.gallery!.proper.entries).toHaveLength(1);
  });

  it('takes the place of a person of the same name, however it is written, with all that was theirs', async () => {
    const world = await PeopleWorld.open([person('ada', [sample('a1'), sample('a2')], [sample('d1')])]);
    const saved = await world.people.enrol('ADA', faceAt(10), 5, 'photograph');
    expect(saved!.personId).toBe('ada');
    expect(world.names).toEqual(['ADA']);
    expect(world.store.templatesOf('ada')).toEqual({ samples: [saved!.sampleId], denials: [] });
  });

  it('changes nothing when it cannot be written, and shows why', async () => {
    const world = await PeopleWorld.open([ADA]);
    world.store.fail(FULL);
    expect(await world.people.enrol('Ben', faceAt(0), 5, 'enrolment')).toBeNull();
    expect(world.view.state.storeFault).toEqual({ code: 'store-full', detail: 'no space' });
    expect(world.names).toEqual(['Ada']);
  });

  it('is not possible without a model or a store', async () => {
    const world = await PeopleWorld.withoutModel();
    expect(await world.people.enrol('Ada', faceAt(0), 5, 'enrolment')).toBeNull();
    const shut = new PeopleDesk(new ViewModel(() => {}), () => {});
    await shut.useOrigin(ORIGIN);
    expect(await shut.enrol('Ada', faceAt(0), 5, 'enrolment')).toBeNull();
    expect(world.store.writes).toEqual([]);
  });
});

describe('learning more', () => {
  it('adds a sample, and the template follows', async () => {
    const world = await PeopleWorld.open([ADA]);
    const saved = await world.people.addSample('ada', faceAt(90), 5, 'correction');
    expect(world.store.templatesOf('ada')).toEqual({ samples: ['a1', saved!.sampleId], denials: [] });
    expect(world.people.withId('ada')!.samples[1]).toMatchObject({ learntBy: 'correction', capturedAtMs: 5 });
    expect([...world.people.gallery!.proper.entries[0]!.template]).toEqual([...faceAt(45)].map((value) => expect.closeTo(value, 6) as number));
  });

  it('says of an embedding which network made it, though another runs when it is written', async () => {
    const { store, people } = await PeopleWorld.open([person('Ben', [sample('b1')])]);
    store.isHeld = true;
    const writes = [people.enrol('Ada', faceAt(0), 0, 'enrolment'), people.addSample('ben', faceAt(0), 0, 'enrolment'), people.deny('ben', faceAt(0), 0)];
    void people.useOrigin({ ...ORIGIN, model: 'mobilefacenet-128' });
    store.isHeld = false;
    store.release();
    await Promise.all(writes);
    const models = store.people.flatMap(({ samples, denials }) => [...samples, ...denials]).map(({ model }) => model);
    expect(models).toEqual(Array<string>(4).fill(ORIGIN.model));
  });

  it('remembers a denial beside the samples', async () => {
    const world = await PeopleWorld.open([ADA]);
    const saved = await world.people.deny('ada', faceAt(90), 5);
    expect(world.store.templatesOf('ada')).toEqual({ samples: ['a1'], denials: [saved!.sampleId] });
    expect(world.people.gallery!.proper.entries[0]).toMatchObject({ template: faceAt(0), denials: [faceAt(90)] });
    expect(world.view.state.people[0]!.corrections).toEqual([{ id: saved!.sampleId, kind: 'not-me', madeAtMs: 5 }]);
  });

  it('of nobody does nothing', async () => {
    const world = await PeopleWorld.open([ADA]);
    expect(await world.people.addSample('eve', faceAt(0), 5, 'enrolment')).toBeNull();
    expect(await world.people.deny('eve', faceAt(0), 5)).toBeNull();
    expect(world.store.writes).toEqual([]);
  });

  it('changes nothing when it cannot be written', async () => {
    const world = await PeopleWorld.open([ADA]);
    world.store.fail(FULL);
    expect(await world.people.addSample('ada', faceAt(0), 5, 'enrolment')).toBeNull();
    expect(await world.people.deny('ada', faceAt(0), 5)).toBeNull();
    expect(world.people.withId('ada')).toEqual(ADA);
    expect(world.view.state.storeFault?.code).toBe('store-full');
  });

  it('loses nothing when two changes of a person overlap', async () => {
    const world = await PeopleWorld.open([person('Ada', [sample('a1'), sample('a2')])]);
    world.store.isHeld = true;
    const adding = world.people.addSample('ada', faceAt(30), 5, 'enrolment');
    const forgetting = world.people.forget('ada', 'a1');
    world.store.isHeld = false;
    world.store.release();
    const [added, isForgotten] = await Promise.all([adding, forgetting]);
    expect(isForgotten).toBe(true);
    expect(world.store.templatesOf('ada')!.samples).toEqual(['a2', added!.sampleId]);
  });
});

describe('forgetting one sample', () => {
  it('keeps the others', async () => {
    const world = await PeopleWorld.open([person('Ada', [sample('a1'), sample('a2')], [sample('d1')])]);
    expect(await world.people.forget('ada', 'a1')).toBe(true);
    expect(world.store.templatesOf('ada')).toEqual({ samples: ['a2'], denials: ['d1'] });
    expect(await world.people.forget('ada', 'd1')).toBe(true);
    expect(world.store.templatesOf('ada')).toEqual({ samples: ['a2'], denials: [] });
  });

  it('is refused for the last one, denials or not', async () => {
    const world = await PeopleWorld.open([person('Ada', [sample('a1')], [sample('d1')])]);
    expect(await world.people.forget('ada', 'a1')).toBe(false);
    expect(world.store.writes).toEqual([]);
    expect(world.people.withId('ada')!.samples).toHaveLength(1);
  });

  it('of nobody, or that cannot be written, changes nothing', async () => {
    const world = await PeopleWorld.open([person('Ada', [sample('a1'), sample('a2')])]);
    expect(await world.people.forget('eve', 'a1')).toBe(false);
    world.store.fail(FULL);
    expect(await world.people.forget('ada', 'a1')).toBe(false);
    expect(world.people.withId('ada')!.samples).toHaveLength(2);
  });
});
