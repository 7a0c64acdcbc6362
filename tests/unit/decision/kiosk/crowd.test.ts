/** Whose turn it is, and beside whom a name may stand. */
import { beforeEach, describe, expect, it } from 'vitest';
import type { Box } from '../../../../src/core/geometry';
import type { Embedding } from '../../../../src/core/embedding';
import { type Crowd, faceInTurn, followTurn, forgetOld, isSeen, NOBODY_THERE, seeFaces } from '../../../../src/decision/kiosk/crowd';
import { KIOSK } from '../../../../src/decision/kiosk/limits';
import type { Phase } from '../../../../src/decision/session-state';
import { ABSENCE_MS } from '../../../../src/decision/thresholds';
import type { Verdict } from '../../../../src/decision/verdict';

const FRAME = { width: 640, height: 480 };
const POSING: Phase = { kind: 'posing', stillness: 0 };
const best = { personId: 'a', name: 'Ada', score: 0.8, isContested: false };
const MATCH: Verdict = { kind: 'match', best, threshold: 0.4, scores: [best] };
const NO_MATCH: Verdict = { kind: 'no-match', best, threshold: 0.4, scores: [best] };

const boxAt = (x: number, size = 100): Box<'frame'> => ({ x, y: 100, width: size, height: size });
const [LEFT, RIGHT] = [boxAt(100), boxAt(400, 140)];

let crowd: Crowd;
let nowMs: number;

beforeEach(() => {
  crowd = NOBODY_THERE;
  nowMs = 5000;
});

/** A frame with these faces, 100 ms after the one before. */
function see(...boxes: readonly Box<'frame'>[]): void {
  nowMs += 100;
  crowd = followTurn(seeFaces(crowd, { frame: FRAME, boxes, judged: boxes.length - 1 }, nowMs), POSING, nowMs);
}

function judge(verdict: Verdict): void {
  crowd = followTurn(crowd, { kind: 'judged', verdict, probe: new Float32Array(1) as Embedding, judgedAtMs: nowMs }, nowMs);
}

/** What stands beside each face that is in view, from left to right. */
const found = (): (string | null)[] =>
  crowd.faces
    .filter((face) => isSeen(face, crowd))
    .sort((a, b) => a.box.x - b.box.x)
    .map(({ result }) => (result === null ? null : result.kind === 'failed' ? result.problem : result.verdict.kind));

const inTurn = (): Box<'frame'> | undefined => faceInTurn(crowd)?.box;

describe('turns', () => {
  it('belong to the nearest who was not judged, one after the other', () => {
    see(LEFT, RIGHT);
    expect(inTurn()).toEqual(RIGHT);
    judge(NO_MATCH);
    expect(inTurn()).toEqual(LEFT);
    judge(MATCH);
    expect(inTurn()).toBeUndefined();
    expect(found()).toEqual(['match', 'no-match']);
  });

  it('stay where they are while somebody nearer comes', () => {
    see(LEFT);
    see(LEFT, RIGHT);
    expect(inTurn()).toEqual(LEFT);
  });

  it('go on from whoever does not hold still, but only where others wait', () => {
    see(RIGHT);
    for (let ms = 0; ms < 2 * KIOSK.patienceMs; ms += 100) see(RIGHT);
    expect(inTurn()).toEqual(RIGHT);
    see(LEFT, RIGHT);
    expect(inTurn()).toEqual(LEFT);
    for (let ms = 0; ms <= KIOSK.patienceMs; ms += 100) see(LEFT, RIGHT);
    expect(inTurn()).toEqual(RIGHT);
  });

  it('end with their face', () => {
    see(LEFT);
    for (let ms = 0; ms <= ABSENCE_MS; ms += 100) see();
    expect(crowd).toMatchObject({ faces: [], turn: null });
  });

  it('come again to whoever was not recognised, and never to whoever was', () => {
    see(LEFT);
    judge(NO_MATCH);
    for (let ms = 0; ms < KIOSK.holdMs + KIOSK.retryMs - 100; ms += 100) see(LEFT);
    expect(inTurn()).toBeUndefined();
    see(LEFT);
    expect(inTurn()).toEqual(LEFT);
    expect(found()).toEqual([null]);
    judge(MATCH);
    for (let ms = 0; ms < 60_000; ms += 100) see(LEFT);
    expect(inTurn()).toBeUndefined();
  });

  it('end without usable pictures with what was wrong', () => {
    see(LEFT);
    crowd = followTurn(crowd, { kind: 'failed', problem: 'too-dark', failedAtMs: nowMs }, nowMs);
    expect(found()).toEqual(['too-dark']);
  });
});

describe('a name', () => {
  it('follows its face', () => {
    see(LEFT);
    judge(MATCH);
    for (let x = 100; x < 300; x += 20) see(boxAt(x));
    expect(found()).toEqual(['match']);
  });

  it('is not given to somebody who comes beside it', () => {
    see(LEFT);
    judge(MATCH);
    see(LEFT, RIGHT);
    expect(found()).toEqual(['match', null]);
    see(RIGHT);
    expect(found()).toEqual([null]);
  });

  it('is dropped where it could belong to two: both are judged anew', () => {
    see(LEFT);
    judge(MATCH);
    see(boxAt(70), boxAt(150));
    expect(found()).toEqual([null, null]);
    expect(inTurn()).toBeDefined();
  });

  it('is dropped where two faces could be the one that is seen', () => {
    see(boxAt(100), boxAt(220));
    judge(MATCH);
    judge(MATCH);
    expect(found()).toEqual(['match', 'match']);
    see(boxAt(160));
    expect(found()).toEqual([null]);
  });

  it('is dropped where its face was missed for a while: somebody else may stand there', () => {
    see(LEFT);
    judge(MATCH);
    see();
    see(LEFT);
    expect(found()).toEqual(['match']);
    for (let ms = 0; ms < KIOSK.nameGapMs; ms += 100) see();
    see(LEFT);
    expect(found()).toEqual([null]);
    expect(inTurn()).toEqual(LEFT);
  });

  it('is taken away after some seconds, also when no frame comes', () => {
    see(LEFT);
    judge(MATCH);
    expect(forgetOld(crowd, nowMs + ABSENCE_MS - 1)).toBe(crowd);
    expect(forgetOld(crowd, nowMs + ABSENCE_MS)).toMatchObject({ faces: [], turn: null });
    for (let ms = 0; ms < KIOSK.holdMs; ms += 100) see(LEFT);
    crowd = forgetOld(crowd, nowMs);
    expect(found()).toEqual([null]);
  });
});
