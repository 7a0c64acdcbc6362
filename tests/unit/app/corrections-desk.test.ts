/** What is learnt from a corrected verdict, and how it is taken back. */
import { beforeEach, describe, expect, it } from 'vitest';
import { CorrectionsDesk } from '../../../src/app/corrections-desk';
import { Fault } from '../../../src/core/fault';
import type { ScoredPerson, Verdict } from '../../../src/decision/verdict';
import { faceAt, PeopleWorld, person, sample } from './made-up-people';

const FULL = new Fault('store-full', 'no space');
const PROBE = faceAt(30);
const BEST: ScoredPerson = { personId: 'ada', name: 'Ada', score: 0.6, isContested: false };
const RESULT = { best: BEST, threshold: 0.4, scores: [BEST] };
const MATCH: Verdict = { kind: 'match', ...RESULT };

let world: PeopleWorld;
let desk: CorrectionsDesk;

beforeEach(async () => {
  world = await PeopleWorld.open([person('Ada', [sample('a1')]), person('Ben', [sample('b1')])]);
  desk = new CorrectionsDesk(world.view, world.people);
  judge(MATCH);
});

function judge(verdict: Verdict): void {
  const { session } = world.view.state;
  world.view.patch({ session: { ...session, phase: { kind: 'judged', verdict, probe: PROBE, judgedAtMs: 0 } } });
}

function stopJudging(): void {
  world.view.patch({ session: { ...world.view.state.session, phase: { kind: 'posing', stillness: 0 } } });
}

const adasDenials = () => world.people.withId('ada')!.denials;

describe('"this is not me"', () => {
  it.each<Verdict>([MATCH, { kind: 'unsure', reason: 'two-alike', ...RESULT }])('denies the face of whoever was named ($kind)', async (verdict) => {
    judge(verdict);
    await desk.deny();
    expect(adasDenials()).toMatchObject([{ embedding: PROBE, learntBy: 'correction' }]);
    expect(world.people.withId('ada')!.samples).toHaveLength(1);
    expect(world.people.withId('ben')!.denials).toEqual([]);
    expect(world.view.state.correction).toEqual({ kind: 'not-me', name: 'Ada' });
  });

  it('makes the same face contested', async () => {
    await desk.deny();
    expect(world.people.gallery!.proper.entries.find(({ name }) => name === 'Ada')!.denials).toEqual([PROBE]);
  });
});

describe('"this is me"', () => {
  it('makes the face a sample of the person it should have been', async () => {
    await desk.confirm('ben');
    expect(world.people.withId('ben')!.samples[1]).toMatchObject({ embedding: PROBE, learntBy: 'correction' });
    expect(adasDenials()).toEqual([]);
    expect(world.view.state.correction).toEqual({ kind: 'was-me', name: 'Ben' });
  });

  it('means nothing for somebody who is gone', async () => {
    await desk.confirm('eve');
    expect(world.view.state.correction).toBeNull();
    expect(world.store.writes).toEqual([]);
  });
});

describe('nothing is learnt', () => {
  it('without a verdict', async () => {
    stopJudging();
    await desk.deny();
    await desk.confirm('ben');
    expect(world.store.writes).toEqual([]);
    expect(world.view.state.correction).toBeNull();
  });

  it('from a verdict that named nobody', async () => {
    judge({ kind: 'empty-gallery' });
    await desk.deny();
    expect(world.store.writes).toEqual([]);
  });

  it.each<Verdict>([
    { kind: 'spoof-suspected', reason: 'picture', ...RESULT },
    { kind: 'unsure', reason: 'not-as-asked', ...RESULT },
    { kind: 'unsure', reason: 'doubtful-picture', ...RESULT },
  ])('from a face that may be a picture ($kind, $reason)', async (verdict) => {
    judge(verdict);
    await desk.deny();
    await desk.confirm('ben');
    expect(world.store.writes).toEqual([]);
    expect(world.view.state.correction).toBeNull();
  });

  it('when it cannot be written, and that is shown', async () => {
    world.store.fail(FULL);
    await desk.deny();
    await desk.confirm('ben');
    expect(world.view.state).toMatchObject({ correction: null, storeFault: { code: 'store-full' } });
    expect(adasDenials()).toEqual([]);
  });
});

describe('taking the last correction back', () => {
  it('forgets a denial', async () => {
    await desk.deny();
    await desk.undo();
    expect(adasDenials()).toEqual([]);
    expect(world.view.state.correction).toBeNull();
  });

  it('forgets a sample, and only that one', async () => {
    await desk.confirm('ben');
    await desk.undo();
    expect(world.store.templatesOf('ben')).toEqual({ samples: ['b1'], denials: [] });
  });

  it('works once', async () => {
    await desk.deny();
    await desk.undo();
    const writes = world.store.writes.length;
    await desk.undo();
    expect(world.store.writes).toHaveLength(writes);
  });

  it('stays possible when it cannot be written', async () => {
    await desk.deny();
    world.store.fail(FULL);
    await desk.undo();
    expect(world.view.state.correction).toEqual({ kind: 'not-me', name: 'Ada' });
    expect(adasDenials()).toHaveLength(1);
    world.store.trouble = null;
    await desk.undo();
    expect(adasDenials()).toEqual([]);
  });

  it('is not possible when the verdict has gone, though the correction stays', async () => {
    await desk.deny();
    desk.forgetLast();
    expect(world.view.state.correction).toBeNull();
    await desk.undo();
    expect(adasDenials()).toHaveLength(1);
  });
});
