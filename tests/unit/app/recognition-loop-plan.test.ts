/** What the recognition loop asks of the worker, and for whom it takes the answer. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { DetectorKind } from '../../../src/core/detector';
import type { Phase } from '../../../src/decision/session-state';
import type { FrameOutcome } from '../../../src/inference/protocol';
import { QUALITY } from '../../support/made-up-quality';
import { capturing, EMBEDDED, enrolled, FACES, NO_FACE, POSED, POSING } from './loop-outcomes';
import { DETECTOR, LoopWorld, pass } from './loop-world';

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
    expect(world.events).toEqual([{ kind: 'faces-located', faces: FACES, quality: QUALITY }]);
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

describe('the detector', () => {
  async function kindsAfter(outcomes: readonly FrameOutcome[], phase: Phase = POSING, kind: DetectorKind = DETECTOR.kind): Promise<DetectorKind[]> {
    const world = await LoopWorld.ready(phase, { detector: () => ({ ...DETECTOR, kind }) });
    for (const outcome of outcomes) {
      await world.deliver();
      await world.answer(outcome);
      await pass(100);
    }
    return world.tasks.map(({ detector }) => detector.kind);
  }

  it('is Haar, until it has found nobody for some frames', async () => {
    const kinds = await kindsAfter([NO_FACE, NO_FACE, POSED, NO_FACE, NO_FACE, NO_FACE, NO_FACE, POSED, POSED]);
    expect(kinds).toEqual([...Array.from({ length: 7 }, () => 'haar'), 'haar+ultralight', 'haar+ultralight']);
  });

  it('is told by the settings otherwise, and by a capture', async () => {
    expect(await kindsAfter([POSED], POSING, 'ultralight')).toEqual(['ultralight']);
    expect(await kindsAfter([EMBEDDED], capturing(), 'haar')).toEqual(['haar']);
    expect(await kindsAfter([EMBEDDED], capturing())).toEqual(['haar+ultralight']);
  });
});
