/** What the recognition loop asks of the worker, and for whom it takes the answer. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { DetectorKind, FrameDetector } from '../../../src/core/detector';
import { EARLY_VOTES, NOTHING_GATHERED } from '../../../src/decision/gathered';
import type { Phase } from '../../../src/decision/session-state';
import { STILLNESS } from '../../../src/decision/thresholds';
import type { FrameOutcome } from '../../../src/inference/protocol';
import { QUALITY } from '../../support/made-up-quality';
import { capturing, DARK, EMBEDDED, enrolled, FACES, NO_FACE, POINTS, POSED, POSING, REJECTED } from './loop-outcomes';
import { DETECTOR, LoopWorld, pass, SCORES } from './loop-world';

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
});

describe('while samples are taken', () => {
  it('the session hears the pose when only that was asked for', async () => {
    const world = await LoopWorld.ready(enrolled('nothing'));
    await world.deliver();
    await world.answer(POSED);
    expect(world.tasks.map(({ task }) => task)).toEqual(['pose']);
    expect(world.events).toEqual([{ kind: 'faces-located', faces: FACES, quality: QUALITY, shownAtMs: 0 }]);
  });

  it.each<[string, FrameOutcome, string]>([
    ['a face', EMBEDDED, 'face-embedded'],
    ['nobody', NO_FACE, 'capture-missed'],
  ])('the session hears of %s when a sample was asked for', async (_, outcome, kind) => {
    const world = await LoopWorld.ready(enrolled('pose'));
    await world.deliver();
    await world.answer(outcome);
    expect(world.tasks.map(({ task }) => task)).toEqual(['embed']);
    expect(world.events).toMatchObject([{ kind }]);
  });

  it('a sample of one person never goes to another', async () => {
    const world = await LoopWorld.ready(enrolled('anything'));
    await world.deliver();
    world.become(enrolled('anything', 'ben'));
    await world.answer(EMBEDDED);
    expect(world.events).toMatchObject([{ kind: 'faces-located' }]);
  });
});

describe('while a face holds still', () => {
  const HOLDING: Phase = { kind: 'posing', stillness: 0.5, early: NOTHING_GATHERED };

  /** A world whose planner knows of the face, with its second frame under way. */
  async function holding(): Promise<LoopWorld> {
    const world = await LoopWorld.ready(POSING);
    await world.deliver();
    await world.answer(POSED);
    world.become(HOLDING);
    await pass(100);
    await world.deliver();
    return world;
  }

  it('frames vote as soon as they are to', async () => {
    const world = await holding();
    await world.answer(EMBEDDED);
    expect(world.tasks.map(({ task }) => task)).toEqual(['pose', 'embed']);
    expect(world.events.at(-1)).toMatchObject({ kind: 'face-embedded', shownAtMs: 100 });
  });

  it.each([
    ['the frame that is shown after the hold votes', 100 - STILLNESS.holdMs, 'embed'],
    ['no frame before it does', 101 - STILLNESS.holdMs, 'pose'],
  ])('%s once enough have', async (_, stillSinceMs, task) => {
    const world = await LoopWorld.ready(POSING);
    await world.deliver();
    await world.answer(POSED);
    const early = { ...NOTHING_GATHERED, votes: Array.from({ length: EARLY_VOTES }, () => SCORES) };
    world.session = { ...world.session, phase: { kind: 'posing', stillness: 0.9, early }, stillSinceMs };
    await pass(100);
    await world.deliver();
    expect(world.tasks.map((each) => each.task)).toEqual(['pose', task]);
  });

  it('no vote goes to a countdown that somebody began meanwhile', async () => {
    const world = await holding();
    world.become({ kind: 'counting', name: '', endsAtMs: 3000, secondsLeft: 3 });
    await world.answer(EMBEDDED);
    expect(world.events.at(-1)).toMatchObject({ kind: 'faces-located' });
  });
});

describe('the detector', () => {
  async function kindsAfter(outcomes: readonly FrameOutcome[], phase: Phase = POSING, kind: DetectorKind = DETECTOR.kind): Promise<FrameDetector[]> {
    const world = await LoopWorld.ready(phase, { detector: () => ({ ...DETECTOR, kind }) });
    for (const outcome of outcomes) {
      await world.deliver();
      await world.answer(outcome);
      await pass(100);
    }
    return world.tasks.map(({ detector }) => detector.kind);
  }

  it('is UltraLight, then Haar for each part of the sizes, which follows whom it has found', async () => {
    const kinds = await kindsAfter([NO_FACE, NO_FACE, NO_FACE, POSED, POSED]);
    expect(kinds).toEqual(['ultralight', 'haar', 'haar', 'haar', 'haar']);
  });

  it('is told by the settings otherwise, and by a capture', async () => {
    expect(await kindsAfter([POSED], POSING, 'ultralight')).toEqual(['ultralight']);
    expect(await kindsAfter([EMBEDDED], capturing(), 'haar')).toEqual(['haar']);
    expect(await kindsAfter([EMBEDDED], capturing())).toEqual(['ultralight']);
  });
});

describe('what the frame before showed', () => {
  it('says where the next one is searched, and steadies its points', async () => {
    const world = await LoopWorld.ready(POSING);
    for (let frame = 0; frame < 2; frame += 1) {
      await world.deliver();
      await world.answer(POSED);
      await pass(100);
    }
    expect(world.tasks[0]!.wishes).toMatchObject({ earlier: null });
    expect(world.tasks[0]!.wishes).not.toHaveProperty('search');
    expect(world.tasks[1]!.wishes).toMatchObject({ search: { kind: 'follow', boxes: FACES.boxes }, earlier: { points: POINTS, elapsedMs: 100 } });
  });

  it('is what it was where the worker dies over a frame in between', async () => {
    const world = await LoopWorld.ready(POSING);
    await world.deliver();
    await world.answer(POSED);
    await pass(100);
    await world.deliver();
    await world.failAnswer(new Error('died'));
    await pass(100);
    await world.deliver();
    expect(world.tasks[2]!.wishes).toMatchObject({ search: { kind: 'follow', boxes: FACES.boxes }, earlier: { elapsedMs: 200 } });
  });
});

describe('a picture that is not good enough', () => {
  it('has the next frame looked at only; once one is good, the next is embedded', async () => {
    const world = await LoopWorld.ready(capturing());
    await world.deliver();
    await world.answer(REJECTED);
    world.session = { ...world.session, hint: 'too-dark' };
    await pass(100);
    await world.deliver();
    await world.answer(DARK);
    await pass(100);
    await world.deliver();
    await world.answer(POSED);
    world.session = { ...world.session, hint: null };
    await pass(100);
    await world.deliver();
    await world.answer(EMBEDDED);
    expect(world.tasks.map(({ task }) => task)).toEqual(['embed', 'pose', 'pose', 'embed']);
    expect(world.events).toMatchObject([
      { kind: 'capture-missed', problem: 'unreadable-face' },
      { kind: 'capture-missed', problem: 'too-dark' },
      { kind: 'faces-located', quality: QUALITY },
      { kind: 'face-embedded' },
    ]);
  });
});

describe('a face that alone is to be judged', () => {
  const [ada, ben] = [FACES.boxes[0]!, { x: 300, y: 2, width: 90, height: 90 }];
  const both = (judged: number): FrameOutcome => ({ ...EMBEDDED, faces: { ...FACES, boxes: [ada, ben], judged } });

  it('is asked for by where it was', async () => {
    const world = await LoopWorld.ready(capturing(), { chosen: () => ben });
    await world.deliver();
    await world.answer(both(1));
    expect(world.tasks[0]!.wishes.at).toEqual({ x: 345, y: 47 });
    expect(world.events).toMatchObject([{ kind: 'face-embedded', faces: { judged: 1 } }]);
  });

  it('is not there where the worker judged another one: its embedding counts for nobody', async () => {
    const world = await LoopWorld.ready(capturing(), { chosen: () => ben });
    await world.deliver();
    await world.answer(both(0));
    expect(world.events).toMatchObject([{ kind: 'capture-missed', problem: 'no-face', faces: { judged: -1, boxes: [ada, ben] } }]);
  });
});
