/** One frame at a time, from the camera through the worker to the session. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Fault } from '../../../src/core/fault';
import type { Phase } from '../../../src/decision/session-state';
import type { FrameOutcome } from '../../../src/inference/protocol';
import { QUALITY } from '../../support/made-up-quality';
import { capturing, CROP, EMBEDDED, DARK, EMBEDDING, FACES, IMPLAUSIBLE, NO_FACE, NOBODY, POSED, POSING, REJECTED } from './loop-outcomes';
import { DETECTOR, LoopWorld, pass, SCORES } from './loop-world';

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
});

describe('a frame', () => {
  it('is asked for once the worker is ready', async () => {
    const world = new LoopWorld(POSING);
    await pass(5000);
    expect(world.frames).toHaveLength(0);
    await world.startEngine();
    expect(world.frames).toHaveLength(1);
  });

  it('is alone: none is asked for while one is being analysed', async () => {
    const world = await LoopWorld.ready(POSING);
    const frame = {} as VideoFrame;
    await world.deliver(frame);
    await pass(5000);
    expect(world.frames).toHaveLength(1);
    expect(world.tasks).toMatchObject([{ frame, task: 'pose', detector: { ...DETECTOR, kind: 'ultralight' } }]);
    expect(world.tasks[0]!.frame).toBe(frame);
    await world.answer(NO_FACE);
    expect(world.frames).toHaveLength(2);
  });

  it('is embedded during a capture only', async () => {
    const world = await LoopWorld.ready(capturing());
    await world.deliver();
    await world.answer(NO_FACE);
    world.become(POSING);
    await pass(100);
    await world.deliver();
    expect(world.tasks.map(({ task }) => task)).toEqual(['embed', 'pose']);
  });

  it('is counted with what it cost', async () => {
    const world = await LoopWorld.ready(POSING);
    await world.deliver();
    await world.answer(POSED);
    expect(world.analyses).toEqual([{ outcome: POSED, timings: { detect: 1 }, brightness: 99 }]);
  });
});

describe('the rate of frames', () => {
  it('stays below its cap', async () => {
    const world = await LoopWorld.ready(POSING);
    await world.deliver();
    await pass(40);
    await world.answer(NO_FACE);
    await pass(59);
    expect(world.frames).toHaveLength(1);
    await pass(1);
    expect(world.frames).toHaveLength(2);
  });

  it('follows a cap that changes', async () => {
    let cap = 10;
    const world = await LoopWorld.ready(POSING, { frameRateCap: () => cap });
    cap = 2;
    await world.deliver();
    await world.answer(NO_FACE);
    await pass(499);
    expect(world.frames).toHaveLength(1);
    await pass(1);
    expect(world.frames).toHaveLength(2);
  });
});

describe('the session hears', () => {
  async function heard(phase: Phase, outcome: FrameOutcome): Promise<unknown> {
    const world = await LoopWorld.ready(phase);
    await world.deliver();
    await world.answer(outcome);
    return world.events;
  }

  it.each([
    [NO_FACE, null],
    [IMPLAUSIBLE, null],
    [POSED, QUALITY],
    [REJECTED, QUALITY],
    [EMBEDDED, QUALITY],
  ] as const)('only where the faces are, and what they are like, outside a capture ($0.kind)', async (outcome, quality) => {
    expect(await heard(POSING, outcome)).toEqual([{ kind: 'faces-located', faces: outcome.faces, quality, shownAtMs: 0 }]);
  });

  it.each([
    [NO_FACE, { kind: 'capture-missed', faces: NOBODY, quality: null, problem: 'no-face' }],
    [IMPLAUSIBLE, { kind: 'capture-missed', faces: FACES, quality: null, problem: 'unreadable-face' }],
    // It was only looked at: a good picture is heard of, a bad one is missed for what is wrong with it.
    [POSED, { kind: 'faces-located', faces: FACES, quality: QUALITY }],
    [DARK, { kind: 'capture-missed', faces: FACES, quality: DARK.quality, problem: 'too-dark' }],
    [REJECTED, { kind: 'capture-missed', faces: FACES, quality: QUALITY, problem: 'unreadable-face' }],
    [EMBEDDED, { kind: 'face-embedded', faces: FACES, quality: QUALITY, embedding: EMBEDDING, crop: CROP, scores: SCORES }],
  ] as const)('what became of the capture ($0.kind)', async (outcome, event) => {
    expect(await heard(capturing(), outcome)).toEqual([{ ...event, shownAtMs: 0 }]);
  });

  it('a miss where nobody of the claimed kind can be compared', async () => {
    const world = await LoopWorld.ready(capturing(), { score: () => Promise.resolve(null) });
    await world.deliver();
    await world.answer(EMBEDDED);
    expect(world.events).toEqual([{ kind: 'capture-missed', faces: FACES, quality: QUALITY, problem: 'no-face', shownAtMs: 0 }]);
  });

  it('of a picture by the strictness of what it is for', async () => {
    // Strong enough for a verdict, too dark to enrol.
    const dim = { ...POSED, quality: { ...QUALITY, brightness: 40 } };
    expect(await heard(capturing(), dim)).toMatchObject([{ kind: 'faces-located' }]);
    const world = await LoopWorld.ready(capturing());
    world.session = { ...world.session, purpose: 'enrol' };
    await world.deliver();
    await world.answer(dim);
    expect(world.events).toMatchObject([{ kind: 'capture-missed', problem: 'too-dark' }]);
  });

  it('of the scores of the very face that was embedded', async () => {
    const scored: unknown[] = [];
    const world = await LoopWorld.ready(capturing(), { score: ({ embedding }) => (scored.push(embedding), Promise.resolve({ scores: SCORES })) });
    await world.deliver();
    await world.answer(EMBEDDED);
    expect(scored).toEqual([EMBEDDING]);
  });

  it.each<[string, Phase, Phase]>([
    ['asked for before the capture began', POSING, capturing(50)],
    ['of a capture that was cancelled', capturing(0), POSING],
    ['of a capture that was cancelled and begun anew', capturing(0), capturing(50)],
  ])('no scores of a frame %s', async (_, asked, present) => {
    const world = await LoopWorld.ready(asked);
    await world.deliver();
    world.become(present);
    await world.answer(EMBEDDED);
    expect(world.events).toEqual([{ kind: 'faces-located', faces: FACES, quality: QUALITY, shownAtMs: 0 }]);
  });

  it('of the same capture after misses', async () => {
    const world = await LoopWorld.ready(capturing(50, 0));
    await world.deliver();
    world.become(capturing(50, 1));
    await world.answer(EMBEDDED);
    expect(world.events).toMatchObject([{ kind: 'face-embedded' }]);
  });
});

describe('a frame that the worker dies over', () => {
  it('is skipped, and the next one waits for the next worker', async () => {
    const engine = vi.fn(() => Promise.resolve());
    const world = await LoopWorld.ready(capturing(), { engineReady: engine });
    await world.deliver();
    await world.failAnswer(new Fault('worker-died', ''));
    expect(world.events).toEqual([]);
    expect(world.analyses).toEqual([]);
    await pass(100);
    expect(engine).toHaveBeenCalledTimes(2);
    expect(world.frames).toHaveLength(2);
    await world.deliver();
    await world.answer(EMBEDDED);
    expect(world.events).toMatchObject([{ kind: 'face-embedded' }]);
  });

  it('does not make the loop race', async () => {
    const world = await LoopWorld.ready(POSING);
    await world.deliver();
    await world.failAnswer(new Fault('worker-died', ''));
    await pass(99);
    expect(world.frames).toHaveLength(1);
  });
});

describe('the loop ends', () => {
  it('when the camera does', async () => {
    const world = await LoopWorld.ready(POSING);
    await world.loseCamera(new Fault('camera-lost', 'Webcam'));
    expect(world.ended).toBe('stopped');
  });

  it('with the reason when there is a defect of ours, which must not be hidden', async () => {
    const defect = new Error('a defect');
    const world = await LoopWorld.ready(POSING, { dispatch: () => { throw defect; } });
    await world.deliver();
    await world.answer(NO_FACE);
    expect(world.ended).toBe(defect);
  });

  it('when it is stopped, and what was under way goes unheard', async () => {
    const world = await LoopWorld.ready(capturing());
    await world.deliver();
    await world.stop();
    await world.answer(EMBEDDED);
    expect(world.ended).toBe('stopped');
    expect(world.events).toEqual([]);
    expect(world.analyses).toEqual([]);
  });

  it('without sitting out the pause', async () => {
    const world = await LoopWorld.ready(POSING, { frameRateCap: () => 0.1 });
    await world.deliver();
    await world.answer(NO_FACE);
    expect(world.ended).toBeNull();
    await world.stop();
    expect(world.ended).toBe('stopped');
    expect(world.frames).toHaveLength(1);
    expect(vi.getTimerCount()).toBe(0);
  });
});
