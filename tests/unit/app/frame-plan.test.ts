/** Which detector looks at the next frame, and whether its face is embedded. */
import { beforeEach, describe, expect, it } from 'vitest';
import { FramePlanner } from '../../../src/app/frame-plan';
import type { DetectorKind } from '../../../src/core/detector';
import { closedSession, type Session } from '../../../src/decision/session-state';
import { EXACT_SEARCH } from '../../../src/decision/thresholds';
import { capturing, enrolled, POSING } from './loop-outcomes';

const BOTH = 'haar+ultralight';

const posing: Session = { ...closedSession('verify'), phase: POSING };
const inCapture: Session = { ...closedSession('verify'), phase: capturing() };

let planner: FramePlanner;

beforeEach(() => {
  planner = new FramePlanner();
});

interface Look {
  readonly isFound: boolean;
  readonly atMs?: number;
  readonly session?: Session;
  readonly setting?: DetectorKind;
}

/** One frame: what is planned for it, after which the planner hears what came of it. */
function look({ isFound, atMs = 0, session = posing, setting = BOTH }: Look): DetectorKind {
  const plan = planner.planFor(session, setting, atMs);
  planner.heed(plan, isFound, atMs);
  return plan.kind;
}

const looks = (count: number, each: Look): DetectorKind[] => Array.from({ length: count }, () => look(each));
const times = (count: number, kind: DetectorKind): DetectorKind[] => Array.from({ length: count }, () => kind);

const MISSES = EXACT_SEARCH.afterMisses;

describe('the task', () => {
  it('is to embed while that is wanted, and else to find the pose, whatever the detector', () => {
    for (const setting of [BOTH, 'haar', 'ultralight'] as const) {
      expect(planner.planFor(posing, setting, 0).task).toBe('pose');
      expect(planner.planFor(inCapture, setting, 0).task).toBe('embed');
    }
  });

  it('is to embed for a sample of somebody who is enrolled, and not before', () => {
    const taskFor = (taking: Parameters<typeof enrolled>[0]) => planner.planFor({ ...closedSession('enrol'), phase: enrolled(taking) }, BOTH, 0).task;
    expect((['nothing', 'pose', 'anything', 'being-saved'] as const).map(taskFor)).toEqual(['pose', 'embed', 'embed', 'pose']);
  });
});

describe('with both detectors', () => {
  it('Haar is alone while it finds the face', () => {
    expect(looks(50, { isFound: true })).toEqual(times(50, 'haar'));
  });

  it('Haar is alone while it misses a frame now and then', () => {
    for (let round = 0; round < 5; round += 1) {
      expect(looks(MISSES - 1, { isFound: false })).toEqual(times(MISSES - 1, 'haar'));
      expect(look({ isFound: true })).toBe('haar');
    }
  });

  it('UltraLight helps after as many misses in a row as declared', () => {
    expect(looks(MISSES, { isFound: false })).toEqual(times(MISSES, 'haar'));
    expect(look({ isFound: false })).toBe(BOTH);
  });

  it('UltraLight does not look twice in a row into an empty room', () => {
    const round = [...times(MISSES, 'haar'), BOTH];
    expect(looks(3 * round.length, { isFound: false })).toEqual([...round, ...round, ...round]);
  });

  it('UltraLight stays for a while after it found what Haar had missed', () => {
    looks(MISSES, { isFound: false });
    expect(look({ isFound: true, atMs: 1000 })).toBe(BOTH);
    const end = 1000 + EXACT_SEARCH.staysMs;
    expect(look({ isFound: true, atMs: 1001 })).toBe(BOTH);
    // A miss in between does not send it away.
    expect(look({ isFound: false, atMs: 1500 })).toBe(BOTH);
    expect(look({ isFound: true, atMs: end - 1 })).toBe(BOTH);
    expect(look({ isFound: true, atMs: end })).toBe('haar');
  });

  it('UltraLight comes again for the next misses', () => {
    looks(MISSES, { isFound: false });
    look({ isFound: true, atMs: 1000 });
    const later = { isFound: false, atMs: 1000 + EXACT_SEARCH.staysMs };
    expect(looks(MISSES + 1, later)).toEqual([...times(MISSES, 'haar'), BOTH]);
  });

  it('UltraLight looks at every frame that is embedded, and does not stay for it', () => {
    expect(looks(3, { isFound: true, session: inCapture })).toEqual(times(3, BOTH));
    expect(looks(3, { isFound: false, session: inCapture })).toEqual(times(3, BOTH));
    expect(look({ isFound: true })).toBe('haar');
  });

  it('a frame to be embedded that shows nobody starts the count of misses anew', () => {
    looks(MISSES - 1, { isFound: false });
    look({ isFound: false, session: inCapture });
    expect(looks(MISSES, { isFound: false })).toEqual(times(MISSES, 'haar'));
  });
});

describe('with one detector', () => {
  it.each(['haar', 'ultralight'] as const)('it is %s, whatever is found or wanted', (setting) => {
    const expected = times(2 * MISSES, setting);
    expect(looks(2 * MISSES, { isFound: false, setting })).toEqual(expected);
    expect(looks(2 * MISSES, { isFound: true, setting })).toEqual(expected);
    expect(looks(2 * MISSES, { isFound: true, setting, session: inCapture })).toEqual(expected);
  });
});
