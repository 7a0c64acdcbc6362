/** What is asked of frames while movements are asked for, and what the session hears of them. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { FramePlanner } from '../../../src/app/frame-plan';
import { beginChallenge } from '../../../src/decision/liveness/challenge';
import type { Movement } from '../../../src/decision/liveness/movements';
import { closedSession, type Phase } from '../../../src/decision/session-state';
import { gatheringOf } from '../../../src/ui/parts/gathering';
import { signsAt } from '../decision/liveness/sitting';
import { capturing, FACES, POSED, POSING } from './loop-outcomes';
import { LoopWorld } from './loop-world';

function challenged(movements: readonly Movement[], done = 0): Phase {
  const best = { personId: 'a', name: 'Ada', score: 0.9, isContested: false };
  const challenge = { ...beginChallenge({ movements: 2, slips: 2 }, 0, 0.5), movements, done };
  return { kind: 'challenged', match: { kind: 'match', best, threshold: 0.4, scores: [best] }, startedAtMs: 0, challenge, box: FACES.boxes[0]!, seenAtMs: 0, probes: [], readings: [] };
}

describe('the wishes', () => {
  const wishesFor = (phase: Phase, purpose: 'verify' | 'enrol' = 'verify') => new FramePlanner().planFor({ ...closedSession(purpose), phase }, 'ultralight', 10_000).wishes;

  it('are signs while movements are asked for, with the eyes for a blink', () => {
    expect(wishesFor(challenged(['nod', 'blink']))).toMatchObject({ wantsSigns: true, wantsEyes: false });
    expect(wishesFor(challenged(['nod', 'blink'], 1))).toMatchObject({ wantsSigns: true, wantsEyes: true });
    for (const phase of [POSING, capturing()]) expect(wishesFor(phase)).not.toHaveProperty('wantsSigns');
  });

  it('are the look of the picture where a verification embeds', () => {
    expect(wishesFor(capturing())).toMatchObject({ wantsLiveness: true });
    expect(wishesFor(capturing(), 'enrol')).not.toHaveProperty('wantsLiveness');
    expect(wishesFor(POSING)).not.toHaveProperty('wantsLiveness');
  });
});

it('movements gather as they are seen', () => {
  expect(gatheringOf(challenged(['nod', 'turn-left'], 1), 'verify', { countdownSeconds: 3, samplesWanted: 5 })).toEqual({ kind: 'movements', done: 1, needed: 2 });
});

describe('the session', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it.each([signsAt(), null])('hears of the signs, and when their frame was shown (%j)', async (signs) => {
    const world = await LoopWorld.ready(POSING);
    await world.deliver();
    const shownAtMs = performance.now();
    await vi.advanceTimersByTimeAsync(700);
    await world.answer({ ...POSED, signs });
    expect(world.events).toMatchObject([{ kind: 'faces-located', signs, shownAtMs }]);
  });

  it('hears of none where none were measured', async () => {
    const world = await LoopWorld.ready(POSING);
    await world.deliver();
    await world.answer(POSED);
    expect(world.events[0]).not.toHaveProperty('signs');
  });
});
