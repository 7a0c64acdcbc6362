/** A deletion, and the way back from it. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Fault } from '../../../src/core/fault';
import { UNDO_MS } from '../../../src/decision/thresholds';
import { faceAt, PeopleWorld, person, sample } from './made-up-people';

const FULL = new Fault('store-full', 'no space');
const ADA = person('Ada', [sample('a1'), sample('a2')], [sample('d1')]);
const BEN = person('Ben', [sample('b1')]);

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
});

describe('deleting a person', () => {
  it('takes effect at once, everywhere', async () => {
    const world = await PeopleWorld.open([ADA, BEN]);
    expect(await world.people.delete('ada')).toBe(true);
    expect(world.store.people).toEqual([BEN]);
    expect(world.names).toEqual(['Ben']);
    expect(world.people.gallery!.proper.entries.map(({ name }) => name)).toEqual(['Ben']);
    expect(world.view.state).toMatchObject({ undo: { name: 'Ada' }, notice: { label: 'Deleted', name: 'Ada' } });
  });

  it('changes nothing when it cannot be written', async () => {
    const world = await PeopleWorld.open([ADA]);
    world.store.fail(FULL);
    expect(await world.people.delete('ada')).toBe(false);
    expect(world.names).toEqual(['Ada']);
    expect(world.view.state).toMatchObject({ undo: null, notice: null, storeFault: { code: 'store-full' } });
  });

  it('is final for a sample that comes meanwhile: it does not bring the person back', async () => {
    const world = await PeopleWorld.open([ADA]);
    world.store.isHeld = true;
    const deleting = world.people.delete('ada');
    const adding = world.people.addSample('ada', faceAt(30), 5, 'enrolment');
    await vi.advanceTimersByTimeAsync(1);
    world.store.isHeld = false;
    world.store.release();
    await deleting;
    expect(await adding).toBeNull();
    expect(world.store.people).toEqual([]);
    expect(world.names).toEqual([]);
  });

  it('takes a sample along that was being written, and gives it back', async () => {
    const world = await PeopleWorld.open([ADA]);
    world.store.isHeld = true;
    const adding = world.people.addSample('ada', faceAt(30), 5, 'enrolment');
    await vi.advanceTimersByTimeAsync(1);
    const deleting = world.people.delete('ada');
    await vi.advanceTimersByTimeAsync(1);
    world.store.isHeld = false;
    world.store.release();
    await deleting;
    expect(world.store.people).toEqual([]);
    await world.people.undoDelete();
    expect(world.store.templatesOf('ada')!.samples).toEqual(['a1', 'a2', (await adding)!.sampleId]);
  });

  it('of nobody does nothing', async () => {
    const world = await PeopleWorld.open([ADA]);
    expect(await world.people.delete('eve')).toBe(false);
    expect(world.store.writes).toEqual([]);
  });
});

describe('undoing it', () => {
  it('brings everything of the person back', async () => {
    const world = await PeopleWorld.open([ADA, BEN]);
    await world.people.delete('ada');
    expect(await world.people.undoDelete()).toBe(true);
    expect(world.store.people).toContainEqual(ADA);
    expect(world.names).toEqual(['Ada', 'Ben']);
    expect(world.view.state).toMatchObject({ undo: null, notice: { label: 'Restored', name: 'Ada' } });
    expect(await world.people.undoDelete()).toBe(false);
  });

  it('is possible for a while, and then no more', async () => {
    const world = await PeopleWorld.open([ADA]);
    await world.people.delete('ada');
    vi.advanceTimersByTime(UNDO_MS - 1);
    expect(world.view.state.undo).toEqual({ name: 'Ada' });
    vi.advanceTimersByTime(1);
    expect(world.view.state.undo).toBeNull();
    expect(await world.people.undoDelete()).toBe(false);
    expect(world.store.people).toEqual([]);
  });

  it('is about the person deleted last, for the whole of their time', async () => {
    const world = await PeopleWorld.open([ADA, BEN]);
    await world.people.delete('ada');
    vi.advanceTimersByTime(UNDO_MS - 1);
    await world.people.delete('ben');
    vi.advanceTimersByTime(UNDO_MS - 1);
    expect(world.view.state.undo).toEqual({ name: 'Ben' });
    await world.people.undoDelete();
    expect(world.names).toEqual(['Ben']);
  });

  it('can be tried again when it could not be written', async () => {
    const world = await PeopleWorld.open([ADA]);
    await world.people.delete('ada');
    world.store.fail(FULL);
    expect(await world.people.undoDelete()).toBe(false);
    expect(world.view.state).toMatchObject({ undo: { name: 'Ada' }, storeFault: { code: 'store-full' } });
    world.store.trouble = null;
    expect(await world.people.undoDelete()).toBe(true);
    expect(world.names).toEqual(['Ada']);
  });

  it('is given up when somebody of this name is enrolled anew', async () => {
    const world = await PeopleWorld.open([ADA]);
    await world.people.delete('ada');
    await world.people.enrol('ADA', faceAt(50), 5, 'enrolment');
    expect(world.view.state.undo).toBeNull();
    expect(await world.people.undoDelete()).toBe(false);
    expect(world.names).toEqual(['ADA']);
  });

  it('is not given up because somebody else is enrolled, or because that failed', async () => {
    const world = await PeopleWorld.open([ADA]);
    await world.people.delete('ada');
    await world.people.enrol('Ben', faceAt(50), 5, 'enrolment');
    world.store.fail(FULL);
    await world.people.enrol('Ada', faceAt(50), 5, 'enrolment');
    expect(world.view.state.undo).toEqual({ name: 'Ada' });
  });
});
