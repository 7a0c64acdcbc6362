/** Where the next frame is searched and by which detector, and whether its face is embedded. */
import { beforeEach, describe, expect, it } from 'vitest';
import { type FramePlan, FramePlanner } from '../../../src/app/frame-plan';
import type { DetectorKind } from '../../../src/core/detector';
import type { Box } from '../../../src/core/geometry';
import { NOTHING_GATHERED } from '../../../src/decision/gathered';
import { closedSession, type Session } from '../../../src/decision/session-state';
import { EMPTY_ROOM_MS, EXACT_STAYS_MS, FOLLOWING } from '../../../src/decision/thresholds';
import type { FrameOutcome } from '../../../src/inference/protocol';
import { capturing, EMBEDDED, enrolled, FACES, IMPLAUSIBLE, NO_FACE, NOBODY, POINTS, POSED, POSING, REJECTED } from './loop-outcomes';

const BOTH = 'haar+ultralight';
const SAME: FrameOutcome = { kind: 'no-face', faces: NOBODY, isSameScene: true };

const posing: Session = { ...closedSession('verify'), phase: POSING };
const inCapture: Session = { ...closedSession('verify'), phase: capturing() };

/** Milliseconds from frame to frame. */
const FRAME_MS = 50;

let planner: FramePlanner;
let nowMs: number;

beforeEach(() => {
  planner = new FramePlanner();
  // The page has been open for a while.
  nowMs = 10_000;
});

interface Look {
  readonly session?: Session;
  readonly setting?: DetectorKind;
  readonly detectMs?: number;
}

/** One frame: what is planned for it, after which the planner hears what came of it and time passes. */
function look(outcome: FrameOutcome, { session = posing, setting = BOTH, detectMs = 5 }: Look = {}): FramePlan {
  const plan = planner.planFor(session, setting, nowMs);
  planner.heed(plan, outcome, detectMs, nowMs);
  nowMs += FRAME_MS;
  return plan;
}

const looks = (outcomes: readonly FrameOutcome[], how: Look = {}): FramePlan[] => outcomes.map((outcome) => look(outcome, how));
const misses = (count: number): FrameOutcome[] => Array.from({ length: count }, () => NO_FACE);

/** A plan in a word: `scan 2`, `follow 1.5`, `follow 1.5 + 0`, `ultralight`; `?` where the same scene is skipped. */
function wordFor({ detector, wishes: { search, skipsSameScene } }: FramePlan): string {
  const where = search?.kind === 'follow' ? `follow ${search.reach}${search.part === null ? '' : ` + ${search.part}`}` : search?.kind === 'scan' ? `scan ${search.part}` : detector;
  return where + (skipsSameScene === true ? '?' : '');
}
const words = (plans: readonly FramePlan[]): string[] => plans.map(wordFor);
const wordNow = (how: Look = {}): string => wordFor(planner.planFor(how.session ?? posing, how.setting ?? BOTH, nowMs));

const ROUND = ['ultralight', 'scan 0', 'scan 1', 'scan 2'];
const boxAt = (x: number): Box<'frame'> => ({ x, y: 50, width: 60, height: 60 });
const posedWith = (boxes: readonly Box<'frame'>[], judged = 0): FrameOutcome => ({ ...POSED, faces: { ...FACES, boxes, judged } });

describe('the task', () => {
  it('is to embed while that is wanted, and else to find the pose, whatever the detector', () => {
    for (const setting of [BOTH, 'haar', 'ultralight'] as const) {
      expect(planner.planFor(posing, setting, nowMs).task).toBe('pose');
      expect(planner.planFor(inCapture, setting, nowMs).task).toBe('embed');
    }
  });

  it('is to find the pose while the last picture was not good enough', () => {
    expect(planner.planFor({ ...inCapture, hint: 'too-dark' }, BOTH, nowMs).task).toBe('pose');
  });

  it('is to embed for a sample of somebody who is enrolled, and not before', () => {
    const taskFor = (taking: Parameters<typeof enrolled>[0]) => planner.planFor({ ...closedSession('enrol'), phase: enrolled(taking) }, BOTH, nowMs).task;
    expect((['nothing', 'pose', 'anything', 'being-saved'] as const).map(taskFor)).toEqual(['pose', 'embed', 'embed', 'pose']);
  });
});

describe('an empty room', () => {
  it('is searched once by UltraLight and then by parts, then left while it stays the same', () => {
    expect(words(looks(misses(4)))).toEqual(ROUND);
    expect(words(looks([SAME, SAME, SAME]))).toEqual(['ultralight?', 'ultralight?', 'ultralight?']);
  });

  it('is searched again each time its interval has passed, one look at a time', () => {
    looks(misses(4));
    for (const expected of [...ROUND, ...ROUND]) {
      // From the search before on, which was one frame ago.
      nowMs += EMPTY_ROOM_MS - FRAME_MS - 1;
      expect(wordNow()).toBe('ultralight?');
      nowMs += 1;
      expect(wordFor(look(NO_FACE))).toBe(expected);
    }
  });

  it('is not searched later because the same scene was seen in between', () => {
    looks(misses(4));
    nowMs += EMPTY_ROOM_MS - 2 * FRAME_MS;
    look(SAME);
    expect(wordNow()).toBe('ultralight');
  });

  it('that changes has a whole round of looks', () => {
    looks(misses(4));
    nowMs += EMPTY_ROOM_MS;
    look(NO_FACE);
    // The scene was not the same, and nobody was found at once.
    expect(wordFor(look(NO_FACE))).toBe('ultralight?');
    expect(words(looks(misses(4)))).toEqual(ROUND);
    expect(wordNow()).toBe('ultralight?');
  });

  it('that changes because somebody comes is left at once', () => {
    looks(misses(4));
    expect(words(looks([POSED, POSED]))).toEqual(['ultralight?', 'follow 1.5 + 0']);
  });

  it('is never skipped while a frame is to be embedded', () => {
    looks(misses(4), { session: inCapture });
    expect(wordNow({ session: inCapture })).toBe('ultralight');
    expect(wordNow()).toMatch(/\?$/);
  });
});

describe('a face', () => {
  it('is followed where it was, in a window', () => {
    look(posedWith([boxAt(10), boxAt(300)]));
    expect(look(POSED).wishes.search).toEqual({ kind: 'follow', boxes: [boxAt(10), boxAt(300)], reach: FOLLOWING.reach, part: 0 });
    expect(look(POSED).wishes).toMatchObject({ search: { boxes: FACES.boxes }, skipsSameScene: false });
  });

  it('that is not plausible, or was embedded, is followed too', () => {
    look(IMPLAUSIBLE);
    expect(wordFor(look(EMBEDDED))).toBe('follow 1.5 + 0');
    expect(wordFor(look(EMBEDDED))).toBe('follow 1.5');
  });

  it('that was missed once is looked for in a wider window', () => {
    look(POSED);
    look(POSED);
    expect(words(looks([NO_FACE, POSED, POSED]))).toEqual(['follow 1.5', 'follow 2', 'follow 1.5']);
  });

  it('is lost after as many misses in a row; then UltraLight looks first, and a whole round follows', () => {
    looks([POSED, POSED]);
    expect(words(looks(misses(FOLLOWING.patienceFrames)))).toEqual(['follow 1.5', 'follow 2']);
    expect(words(looks(misses(4)))).toEqual(['ultralight', 'scan 0', 'scan 1', 'scan 2']);
    expect(wordNow()).toMatch(/\?$/);
  });

  it('that UltraLight finds where it was lost keeps UltraLight for a while', () => {
    looks([POSED, ...misses(FOLLOWING.patienceFrames)]);
    const foundMs = nowMs;
    expect(wordFor(look(POSED))).toBe('ultralight');
    nowMs = foundMs + EXACT_STAYS_MS - 1;
    // A look in which it finds the face again does not prolong its stay.
    expect(wordFor(look(POSED))).toBe('ultralight');
    nowMs = foundMs + EXACT_STAYS_MS;
    expect(wordNow()).toMatch(/^follow 1\.5/);
  });

  it('that UltraLight did not find where it was lost is followed by Haar once it is found', () => {
    looks([POSED, ...misses(FOLLOWING.patienceFrames), ...misses(4)]);
    expect(words(looks([POSED, POSED]))).toEqual(['ultralight?', 'follow 1.5']);
  });

  it('that UltraLight finds in an empty room is followed by Haar, which has not looked for it yet', () => {
    expect(words(looks([POSED, POSED]))).toEqual(['ultralight', 'follow 1.5 + 0']);
  });

  it('is one of at most as many as are followed, the judged one among them', () => {
    const boxes = Array.from({ length: FOLLOWING.maxFaces + 2 }, (_, index) => boxAt(index * 70));
    look(posedWith(boxes, 5));
    expect(planner.planFor(posing, BOTH, nowMs).wishes.search).toMatchObject({ boxes: [boxes[5], boxes[0], boxes[1], boxes[2]] });
    look(posedWith(boxes.slice(0, 4), 3));
    expect(planner.planFor(posing, BOTH, nowMs).wishes.search).toMatchObject({ boxes: boxes.slice(0, 4) });
  });
});

describe('newcomers', () => {
  it('are looked for now and then, one part after the other', () => {
    look(POSED);
    const frames = FOLLOWING.newcomersMs / FRAME_MS;
    const between = Array.from({ length: frames - 1 }, () => 'follow 1.5');
    const parts = [0, 1, 2, 0].map((part) => `follow 1.5 + ${part}`);
    expect(words(looks(Array.from({ length: 4 * frames }, () => POSED)))).toEqual(parts.flatMap((part) => [part, ...between]));
  });

  it('are looked for less often where that takes long', () => {
    const detectMs = 4 * FRAME_MS * FOLLOWING.newcomersShare + FOLLOWING.newcomersMs * FOLLOWING.newcomersShare;
    look(POSED);
    look(POSED, { detectMs });
    nowMs += FOLLOWING.newcomersMs + 3 * FRAME_MS - 1;
    expect(wordNow()).toBe('follow 1.5');
    nowMs += 1;
    expect(wordNow()).toBe('follow 1.5 + 1');
  });

  it('are not looked for in a frame that is embedded', () => {
    look(POSED);
    expect(words(looks([EMBEDDED], { session: inCapture }))).toEqual(['follow 1.5']);
    expect(wordNow()).toBe('follow 1.5 + 0');
  });

  it('are looked for in the same part again when the frame was never analysed', () => {
    look(POSED);
    expect([wordNow(), wordNow()]).toEqual(['follow 1.5 + 0', 'follow 1.5 + 0']);
  });
});

describe('a frame that is embedded', () => {
  const holding: Session = { ...posing, phase: { kind: 'posing', stillness: 0.5, early: NOTHING_GATHERED } };
  const tasks = (plans: readonly FramePlan[]): string[] => plans.map(({ task }) => task);

  it('follows a face that UltraLight has found, or finds it by UltraLight where Haar misses it', () => {
    look(POSED);
    for (const session of [holding, inCapture]) {
      const plans = looks([EMBEDDED, EMBEDDED], { session });
      expect(plans.map(({ task, detector, wishes }) => [task, detector, wishes.orExact])).toEqual([['embed', 'haar', true], ['embed', 'haar', true]]);
    }
    expect(look(POSED).wishes).not.toHaveProperty('orExact');
  });

  it('is not one of a face that only Haar has found: it votes in a capture alone, once UltraLight has boxed it', () => {
    looks([NO_FACE, POSED]);
    expect(tasks(looks([POSED, POSED], { session: holding }))).toEqual(['pose', 'pose']);
    const plans = looks([EMBEDDED, EMBEDDED], { session: inCapture });
    expect([tasks(plans), words(plans)]).toEqual([['embed', 'embed'], ['ultralight', 'follow 1.5']]);
    expect(tasks(looks([EMBEDDED], { session: holding }))).toEqual(['embed']);
  });

  it.each([[IMPLAUSIBLE], [REJECTED]])('is searched by UltraLight again after one that showed no readable face ($kind)', (outcome) => {
    looks([POSED, POSED]);
    looks([EMBEDDED, outcome], { session: inCapture });
    expect(wordNow({ session: inCapture })).toBe('ultralight');
  });

  it('is searched by UltraLight where the face is another one', () => {
    looks([posedWith([boxAt(10)]), posedWith([boxAt(300)])]);
    expect(wordNow({ session: inCapture })).toBe('ultralight');
  });

  it('is searched by UltraLight where the face was lost, and Haar has found one there', () => {
    looks([POSED, POSED, ...misses(FOLLOWING.patienceFrames), NO_FACE, POSED]);
    expect(wordNow({ session: inCapture })).toBe('ultralight');
  });

  it('goes on being followed when the face was missed once', () => {
    looks([POSED, NO_FACE]);
    expect(words(looks([EMBEDDED], { session: inCapture }))).toEqual(['follow 2']);
  });

  it('is always searched by UltraLight for an enrolment', () => {
    look(POSED);
    const session: Session = { ...inCapture, purpose: 'enrol' };
    expect(words(looks([EMBEDDED, EMBEDDED, EMBEDDED], { session }))).toEqual(['ultralight', 'ultralight', 'ultralight']);
  });

  it('keeps UltraLight no longer than it is embedded, unless UltraLight has found what was missed', () => {
    const enrolling: Session = { ...inCapture, purpose: 'enrol' };
    looks([POSED, POSED]);
    looks([EMBEDDED, EMBEDDED], { session: enrolling });
    expect(wordNow()).toMatch(/^follow/);
    looks([NO_FACE, EMBEDDED], { session: enrolling });
    expect([wordNow({ session: inCapture }), wordNow()]).toEqual(['ultralight', 'ultralight']);
    nowMs += EXACT_STAYS_MS;
    expect(wordNow()).toMatch(/^follow/);
  });

  it('is searched by the one detector there is, and by no other', () => {
    for (const setting of ['haar', 'ultralight'] as const) {
      look(POSED, { setting });
      for (const { wishes } of looks([EMBEDDED, EMBEDDED], { session: inCapture, setting })) expect(wishes).not.toHaveProperty('orExact');
    }
  });
});

describe('the points of the frame before', () => {
  it('go with the next frame, and how long ago they were', () => {
    expect(look(POSED).wishes.earlier).toBeNull();
    nowMs += 33;
    expect(look(POSED).wishes.earlier).toEqual({ points: POINTS, elapsedMs: FRAME_MS + 33 });
    expect(look(POSED).wishes.earlier).toEqual({ points: POINTS, elapsedMs: FRAME_MS });
  });

  it('do not go from a pose to an embedding, whose points are better, nor back', () => {
    look(POSED);
    expect(look(EMBEDDED, { session: inCapture }).wishes.earlier).toBeNull();
    expect(look(EMBEDDED, { session: inCapture }).wishes.earlier).toEqual({ points: POINTS, elapsedMs: FRAME_MS });
    expect(look(POSED).wishes.earlier).toBeNull();
  });

  it.each([[IMPLAUSIBLE], [NO_FACE]])('are forgotten over a frame without ($kind)', (outcome) => {
    looks([POSED, outcome]);
    expect(look(POSED).wishes.earlier).toBeNull();
  });
});

describe('with one detector', () => {
  it('UltraLight alone always looks, at everything, and rests in an empty room', () => {
    const how = { setting: 'ultralight' } as const;
    expect(words(looks([NO_FACE, POSED, POSED, ...misses(3), SAME], how))).toEqual(['ultralight', 'ultralight?', ...Array.from({ length: 4 }, () => 'ultralight'), 'ultralight?']);
    expect(words(looks([EMBEDDED], { ...how, session: inCapture }))).toEqual(['ultralight']);
  });

  it('Haar alone searches every part, again after it has lost a face, and for a frame that is embedded', () => {
    const how = { setting: 'haar' } as const;
    const round = ['scan 0', 'scan 1', 'scan 2', 'scan 0?'];
    expect(words(looks([...misses(3), SAME], how))).toEqual(round);
    looks([POSED, ...misses(2)], how);
    expect(words(looks([...misses(3), SAME], how))).toEqual(round);
    expect(words(looks([EMBEDDED, EMBEDDED], { ...how, session: inCapture }))).toEqual(['scan 0', 'follow 1.5']);
  });
});
