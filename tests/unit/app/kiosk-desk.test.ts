/** The kiosk: when it judges, when it sleeps, and how little it does while nobody is there. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { CameraDesk } from '../../../src/app/camera-desk';
import { KioskDesk } from '../../../src/app/kiosk-desk';
import { ViewModel } from '../../../src/app/view-model';
import { KIOSK } from '../../../src/decision/kiosk/limits';
import { closedSession } from '../../../src/decision/session-state';
import type { VisionEngine } from '../../../src/inference/client/vision-engine';
import type { FrameOutcome } from '../../../src/inference/protocol';
import type { PersonView } from '../../../src/ui/view';
import { FACES, NO_FACE, POSED, POSING } from './loop-outcomes';

const LIVE = { kind: 'live', stream: {} as MediaStream, label: '', width: 640, height: 480 } as const;

let view: ViewModel;
let changes: number;
let turns: number;
let updates: number;
let opened: number;
let locks: string[];
let desk: KioskDesk;

beforeEach(() => {
  vi.useFakeTimers();
  changes = 0;
  turns = 0;
  updates = 0;
  opened = 0;
  locks = [];
  vi.stubGlobal('navigator', {
    wakeLock: {
      request: (kind: string) => {
        locks.push(kind);
        return Promise.resolve({ released: false, release: () => Promise.resolve(locks.push('released')) });
      },
    },
  });
  view = new ViewModel(() => (changes += 1));
  const session = { ...closedSession('verify'), phase: POSING };
  view.patch({ destination: 'kiosk', engine: { kind: 'ready' }, gallery: { kind: 'ready' }, camera: LIVE, session });
  const camera = { open: () => Promise.resolve((opened += 1)) } as unknown as CameraDesk;
  const engine = { start: () => Promise.resolve() } as unknown as VisionEngine;
  desk = new KioskDesk({ view, camera, engine, nextFace: () => (turns += 1), applyUpdate: () => (updates += 1) });
  desk.show(true);
});

afterEach(() => {
  desk.show(false);
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

/** So many frames of this, ten a second. */
async function see(outcome: FrameOutcome, frames = 1): Promise<void> {
  for (let frame = 0; frame < frames; frame += 1) {
    await vi.advanceTimersByTimeAsync(100);
    desk.see({ outcome, timings: {}, brightness: 90 });
  }
}

describe('judging', () => {
  it('is of a face in turn whose picture is good enough', async () => {
    expect(desk.isJudging).toBe(false);
    await see(POSED);
    expect({ chosen: desk.chosen, isJudging: desk.isJudging, turns }).toEqual({ chosen: FACES.boxes[0], isJudging: true, turns: 1 });
    view.patch({ session: { ...view.state.session, hint: 'too-dark' } });
    expect(desk.isJudging).toBe(false);
  });

  it('is nowhere but in the kiosk', async () => {
    await see(POSED);
    view.patch({ destination: 'verify' });
    expect({ chosen: desk.chosen, isJudging: desk.isJudging }).toEqual({ chosen: null, isJudging: false });
    desk.see({ outcome: NO_FACE, timings: {}, brightness: 90 });
    expect(view.state.kiosk.crowd.faces).toHaveLength(1);
  });
});

it('turns the camera on once there are people to compare with', async () => {
  view.patch({ camera: { kind: 'off' } });
  await vi.advanceTimersByTimeAsync(3000);
  expect(opened).toBe(0);
  view.patch({ people: [{} as PersonView] });
  await vi.advanceTimersByTimeAsync(1000);
  expect(opened).toBe(1);
});

describe('while nobody is there', () => {
  it('few frames are looked at, and nothing is drawn', async () => {
    expect(desk.frameRateCap).toBe(KIOSK.idleFramesPerSecond);
    await see(NO_FACE, 20);
    const before = changes;
    await see(NO_FACE, 100);
    // The clock may have gone on.
    expect(changes - before).toBeLessThan(3);
    await see(POSED);
    expect(desk.frameRateCap).toBe(view.state.settings.frameRateCap);
  });

  it('it falls asleep, and wakes with the first frame that has a face, or a touch', async () => {
    await see(NO_FACE, KIOSK.asleepMs / 100 - 10);
    expect(view.state.kiosk.isAsleep).toBe(false);
    await see(NO_FACE, 20);
    expect(view.state.kiosk.isAsleep).toBe(true);
    await see(POSED);
    expect(view.state.kiosk.isAsleep).toBe(false);
    await see(NO_FACE, KIOSK.asleepMs / 100 + 20);
    expect(view.state.kiosk.isAsleep).toBe(true);
    desk.touch();
    expect(view.state.kiosk.isAsleep).toBe(false);
  });

  it('it updates itself', async () => {
    view.patch({ isUpdateReady: true });
    await see(POSED, 50);
    expect(updates).toBe(0);
    await see(NO_FACE, KIOSK.asleepMs / 100 + 20);
    expect(updates).toBe(1);
  });

  it('the screen stays on, unless it may go off', async () => {
    await see(NO_FACE, KIOSK.asleepMs / 100 + 20);
    expect(locks).toEqual(['screen']);
    view.patch({ settings: { ...view.state.settings, letsScreenSleep: true } });
    await see(NO_FACE, 20);
    expect(locks).toEqual(['screen', 'released']);
    await see(POSED, 20);
    expect(locks).toEqual(['screen', 'released', 'screen']);
  });
});
