/** What an enrolment writes, and what follows when the new face looks like somebody else's. */
import { beforeEach, describe, expect, it } from 'vitest';
import { EnrolmentDesk } from '../../../src/app/enrolment-desk';
import { Matcher } from '../../../src/app/matcher';
import { type Embedding, cosineOf } from '../../../src/core/embedding';
import { Fault } from '../../../src/core/fault';
import { STRAIGHT_HEAD, type TakenSample } from '../../../src/decision/enrolment';
import type { SessionEvent } from '../../../src/decision/session-events';
import { findHere } from './find-here';
import { faceAt, PeopleWorld, person, sample } from './made-up-people';

const FULL = new Fault('store-full', 'no space');
const BEN = person('Ben', [sample('b1', { embedding: faceAt(20) })]);
const CLEO = person('Cleo', [sample('c1', { embedding: faceAt(90) })]);

/** How alike Ben's face and the new one are. */
const LIKENESS = cosineOf(faceAt(0), faceAt(20));

let world: PeopleWorld;
let desk: EnrolmentDesk;
let events: SessionEvent[];

beforeEach(async () => {
  world = await PeopleWorld.open([BEN, CLEO]);
  events = [];
  desk = new EnrolmentDesk(world.view, world.people, new Matcher(findHere), (event) => events.push(event));
  world.view.patch({ threshold: LIKENESS });
});

const enrolAda = (embedding: Embedding = faceAt(0)): Promise<void> => desk.run({ kind: 'save-enrolment', name: 'Ada', embedding });
const adasId = (): string => world.people.named('Ada')!.id;
const addToAda = (embedding: Embedding): Promise<void> => desk.run({ kind: 'save-sample', personId: adasId(), embedding });
const embeddingsOf = (name: string): Embedding[] => world.store.people.find((person) => person.name === name)!.samples.map(({ embedding }) => embedding);

describe('what the session asks for', () => {
  it('is written before the session hears of it', async () => {
    world.view.patch({ typedName: 'Ada' });
    await enrolAda();
    const ada = world.store.people.find(({ name }) => name === 'Ada')!;
    expect(ada.samples).toMatchObject([{ learntBy: 'enrolment', embedding: faceAt(0) }]);
    expect(events).toEqual([{ kind: 'enrolment-saved', personId: ada.id, sampleId: ada.samples[0]!.id }]);
    expect(world.view.state.typedName).toBe('');
  });

  it('may be one more sample', async () => {
    await desk.run({ kind: 'save-sample', personId: 'ben', embedding: faceAt(40) });
    expect(embeddingsOf('Ben')).toEqual([faceAt(20), faceAt(40)]);
    expect(events).toEqual([{ kind: 'enrolment-saved', personId: 'ben', sampleId: world.people.withId('ben')!.samples[1]!.id }]);
    expect(world.view.state.resemblance).toBeNull();
  });

  it('fails where it cannot be written, and keeps the name that was typed', async () => {
    world.store.fail(FULL);
    world.view.patch({ typedName: 'Ada' });
    await enrolAda();
    await desk.run({ kind: 'save-sample', personId: 'ben', embedding: faceAt(40) });
    expect(events).toEqual([{ kind: 'enrolment-failed' }, { kind: 'enrolment-failed' }]);
    expect(world.view.state).toMatchObject({ typedName: 'Ada', resemblance: null, storeFault: { code: 'store-full' } });
  });

  it('fails for somebody who is gone', async () => {
    await desk.run({ kind: 'save-sample', personId: 'eve', embedding: faceAt(40) });
    expect(events).toEqual([{ kind: 'enrolment-failed' }]);
  });
});

describe('the question whether two are one', () => {
  it('is asked from the threshold on, about whoever is most alike', async () => {
    await enrolAda();
    expect(world.view.state.resemblance).toMatchObject({ personId: 'ben', name: 'Ben', score: LIKENESS });
  });

  it('is not asked below it', async () => {
    world.view.patch({ threshold: LIKENESS + 1e-9 });
    await enrolAda();
    expect(world.view.state.resemblance).toBeNull();
  });

  it('is never asked about oneself, enrolled anew', async () => {
    world.view.patch({ threshold: 0.95 });
    await desk.run({ kind: 'save-enrolment', name: 'Ben', embedding: faceAt(20) });
    expect(world.view.state.resemblance).toBeNull();
  });

  it('ends when the two are different people', async () => {
    await enrolAda();
    desk.keep();
    expect(world.view.state.resemblance).toBeNull();
    await desk.merge();
    expect(world.names).toEqual(['Ada', 'Ben', 'Cleo']);
  });

  it('is about all new samples together', async () => {
    const { personId } = (await world.people.enrol('Ada', faceAt(-20), 0, 'photograph'))!;
    await desk.noteNewcomer(personId, [faceAt(-20)]);
    expect(world.view.state.resemblance).toBeNull();
    await desk.noteNewcomer(personId, [faceAt(-20), faceAt(30)]);
    expect(world.view.state.resemblance).toMatchObject({ name: 'Ben' });
  });

  it('is forgotten with the next person who is enrolled', async () => {
    await enrolAda();
    await desk.run({ kind: 'save-enrolment', name: 'Dan', embedding: faceAt(-80) });
    expect(world.view.state.resemblance).toBeNull();
  });
});

describe('merging', () => {
  it('gives the other all new samples and deletes the new person in one step, and goes on with the other', async () => {
    await enrolAda();
    await addToAda(faceAt(-30));
    await desk.run({ kind: 'save-sample', personId: 'cleo', embedding: faceAt(120) });
    const newcomer = adasId();
    events.length = 0;
    world.store.writes.length = 0;
    await desk.merge();
    expect(world.store.writes).toEqual(['savePerson']);
    expect(embeddingsOf('Ben')).toEqual([faceAt(20), faceAt(0), faceAt(-30)]);
    expect(world.store.templatesOf(newcomer)).toBeNull();
    expect(world.names).toEqual(['Ben', 'Cleo']);
    expect(world.view.state.resemblance).toBeNull();
    expect(events).toMatchObject([{ kind: 'enrolment-resumed', personId: 'ben', name: 'Ben', samples: [{}, {}, {}] }]);
  });

  it('says of the samples how they were learnt', async () => {
    const { personId } = (await world.people.enrol('Ada', faceAt(0), 0, 'photograph'))!;
    await world.people.addSample(personId, faceAt(10), 0, 'photograph');
    await desk.noteNewcomer(personId, [faceAt(0), faceAt(10)]);
    await desk.merge();
    expect(world.people.withId('ben')!.samples.map(({ learntBy }) => learntBy)).toEqual(['enrolment', 'photograph', 'photograph']);
  });

  it('does not move a sample that was taken back', async () => {
    await enrolAda();
    await addToAda(faceAt(-30));
    const samples = world.people.withId(adasId())!.samples.map(({ id, embedding }): TakenSample => ({ id, embedding, pose: 'any', crop: null }));
    const enrolment = { personId: adasId(), name: 'Ada', samples, wanted: 5, baseline: STRAIGHT_HEAD };
    const { session } = world.view.state;
    world.view.patch({ session: { ...session, phase: { kind: 'enrolled', enrolment, taking: 'nothing', problem: null, waitUntilMs: 0 } } });
    await desk.retake(samples[1]!.id);
    await desk.merge();
    expect(embeddingsOf('Ben')).toEqual([faceAt(20), faceAt(0)]);
  });

  it('changes nothing when it cannot be written, and can be answered again', async () => {
    await enrolAda();
    await addToAda(faceAt(-30));
    events.length = 0;
    world.store.fail(FULL, 0, 1);
    await desk.merge();
    expect(embeddingsOf('Ada')).toEqual([faceAt(0), faceAt(-30)]);
    expect(embeddingsOf('Ben')).toEqual([faceAt(20)]);
    expect(world.names).toEqual(['Ada', 'Ben', 'Cleo']);
    expect(world.view.state.storeFault?.code).toBe('store-full');
    expect(world.view.state.resemblance).toMatchObject({ name: 'Ben' });
    expect(events).toEqual([]);

    await desk.merge();
    expect(embeddingsOf('Ben')).toEqual([faceAt(20), faceAt(0), faceAt(-30)]);
    expect(world.names).toEqual(['Ben', 'Cleo']);
    expect(world.view.state).toMatchObject({ storeFault: null, resemblance: null });
  });

  it('happens once, however often it is pressed', async () => {
    await enrolAda();
    await Promise.all([desk.merge(), desk.merge()]);
    expect(embeddingsOf('Ben')).toEqual([faceAt(20), faceAt(0)]);
    expect(events.filter(({ kind }) => kind === 'enrolment-resumed')).toHaveLength(1);
  });

  it.each(['Ada', 'Ben'])('ends the question without a word where %s is gone by now', async (gone) => {
    await enrolAda();
    await world.people.delete(world.people.named(gone)!.id);
    await desk.merge();
    expect(world.view.state).toMatchObject({ resemblance: null, storeFault: null });
    expect(world.names).toHaveLength(2);
  });

  it('does nothing where nobody was found alike', async () => {
    world.view.patch({ threshold: 1 });
    await enrolAda();
    await desk.merge();
    expect(world.names).toEqual(['Ada', 'Ben', 'Cleo']);
  });
});

describe('going on with somebody', () => {
  it('tells the session of the samples there are', () => {
    desk.addSamples('ben');
    const samples: TakenSample[] = [{ id: 'b1', embedding: faceAt(20), pose: 'any', crop: null }];
    expect(events).toEqual([{ kind: 'enrolment-resumed', personId: 'ben', name: 'Ben', samples }]);
  });

  it('leaves out samples that the running model cannot compare with', async () => {
    world.store.people = [person('Ben', [sample('old', { pipeline: 'older' }), sample('b1'), sample('other', { model: 'mobilefacenet-128' })])];
    await world.people.reload();
    desk.addSamples('ben');
    expect(events).toMatchObject([{ personId: 'ben', samples: [{ id: 'b1' }] }]);
  });

  it('does nothing with somebody who is gone', () => {
    desk.addSamples('eve');
    expect(events).toEqual([]);
  });
});

describe('taking a sample back', () => {
  async function enrolledWith(count: number): Promise<string[]> {
    for (let index = 1; index < count; index += 1) await world.people.addSample('ben', faceAt(20 + index * 20), 0, 'enrolment');
    const enrolment = { personId: 'ben', name: 'Ben', samples: [], wanted: 5, baseline: STRAIGHT_HEAD };
    const { session } = world.view.state;
    world.view.patch({ session: { ...session, phase: { kind: 'enrolled', enrolment, taking: 'nothing', problem: null, waitUntilMs: 0 } } });
    return world.people.withId('ben')!.samples.map(({ id }) => id);
  }

  it('forgets it, and then its pose is wanted again', async () => {
    const [first, second] = await enrolledWith(2);
    await desk.retake(first!);
    expect(world.store.templatesOf('ben')!.samples).toEqual([second]);
    expect(events).toEqual([{ kind: 'sample-removed', sampleId: first }]);
  });

  it('leaves the enrolment as it was when it is the last, or cannot be written', async () => {
    const [only] = await enrolledWith(1);
    await desk.retake(only!);
    await enrolledWith(2);
    world.store.fail(FULL);
    await desk.retake(only!);
    expect(events).toEqual([]);
    expect(world.store.templatesOf('ben')!.samples).toHaveLength(2);
  });

  it('means nothing without an enrolment', async () => {
    await desk.retake('b1');
    expect(events).toEqual([]);
    expect(world.store.writes).toEqual([]);
  });
});
