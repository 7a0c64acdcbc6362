/** What the kiosk says: short, and never the name of somebody who was not recognised. */
import { describe, expect, it } from 'vitest';
import { INITIAL_STATE } from '../../../src/app/view-model';
import { type KioskFace, type KioskResult, NOBODY_THERE } from '../../../src/decision/kiosk/crowd';
import type { SpoofReason, UnsureReason, Verdict } from '../../../src/decision/verdict';
import { announcement, attemptText, promptText, resultWords, shortened, shownResults } from '../../../src/ui/kiosk-words';
import type { PersonView, ViewState } from '../../../src/ui/view';

const best = { personId: 'a', name: 'Ada', score: 0.812, isContested: false };
const rival = { personId: 'b', name: 'Ben', score: 0.8, isContested: false };
const found = { best, threshold: 0.4, scores: [best, rival] };
const UNSURE: readonly UnsureReason[] = ['two-alike', 'frames-disagree', 'contested', 'left-early', 'not-as-asked', 'doubtful-picture'];
const SPOOFS: readonly SpoofReason[] = ['picture', 'flat', 'another-face', 'repeated'];
const NAMELESS: readonly Verdict[] = [
  { kind: 'no-match', ...found },
  ...UNSURE.map((reason): Verdict => ({ kind: 'unsure', reason, ...found })),
  ...SPOOFS.map((reason): Verdict => ({ kind: 'spoof-suspected', reason, ...found })),
  { kind: 'empty-gallery' },
];

const said = (verdict: Verdict): KioskResult => ({ kind: 'verdict', verdict, atMs: 1 });
const faceAt = (x: number, result: KioskResult | null): KioskFace => ({
  id: x,
  box: { x, y: 0, width: 100, height: 100 },
  seenAtMs: 1,
  result,
  waitsUntilMs: 0,
  passedOverAtMs: 0,
});

describe('a result', () => {
  it('names who matched, and says no score', () => {
    expect(resultWords(said({ kind: 'match', ...found }))).toEqual({ tone: 'match', word: 'MATCH', name: 'Ada', advice: '' });
  });

  it.each(NAMELESS.map((verdict) => [JSON.stringify(verdict).slice(0, 60), verdict] as const))('names nobody for %s', (_, verdict) => {
    const words = resultWords(said(verdict));
    expect(words.name).toBe('');
    expect(words.word).not.toBe('');
    expect(`${words.word} ${words.advice}`).not.toMatch(/Ada|Ben|0\.8/);
  });

  it('of a picture that was not good enough is what would help', () => {
    expect(resultWords({ kind: 'failed', problem: 'too-dark', atMs: 1 }).word).toBe('Too dark. Turn towards the light.');
    expect(resultWords({ kind: 'failed', problem: 'no-face', atMs: 1 }).word).toBe('Look at the camera.');
  });
});

it('results stand and are read out as their faces stand in the mirrored picture', () => {
  const match = said({ kind: 'match', ...found });
  const crowd = { ...NOBODY_THERE, faces: [faceAt(100, said(NAMELESS[0]!)), faceAt(200, null), faceAt(300, match)] };
  expect(shownResults(crowd).map(({ id }) => id)).toEqual([300, 100]);
  expect(announcement(crowd)).toBe('MATCH: Ada · NO MATCH. Lintel does not know this face.');
});

describe('the prompt', () => {
  const ready: ViewState = { ...INITIAL_STATE, engine: { kind: 'ready' }, gallery: { kind: 'ready' }, people: [{} as PersonView] };
  const withFaces = (turn: number | null, ...faces: KioskFace[]): ViewState => ({
    ...ready,
    kiosk: { ...ready.kiosk, crowd: { ...NOBODY_THERE, faces, turn: turn === null ? null : { id: turn, sinceMs: 1 } } },
  });

  it('is one thing at a time', () => {
    expect(promptText(INITIAL_STATE)).toBe('Starting…');
    expect(promptText({ ...ready, people: [] })).toBe('Nobody is enrolled yet.');
    expect(promptText(ready)).toBe('Look at the camera');
    const inTurn = withFaces(100, faceAt(100, null));
    expect(promptText(inTurn)).toBe('Hold still.');
    expect(promptText({ ...inTurn, session: { ...inTurn.session, hint: 'too-small' } })).toBe('Come closer.');
    expect(promptText({ ...inTurn, lock: { ...inTurn.lock, verifyWaitMs: 1 } })).toBe('Too many failed verifications. Verifying waits.');
    expect(promptText(withFaces(null, faceAt(100, null)))).toBe('');
  });
});

it('what is tried next is said, where anything is', () => {
  const fault = { code: 'worker-died', detail: '' } as const;
  expect(attemptText({ fault, next: { way: 'recognition', inSeconds: 7 } })).toBe('The recognition is started again in 7 s.');
  expect(attemptText({ fault, next: { way: 'camera', inSeconds: 0 } })).toBe('The camera is being opened…');
  expect(attemptText({ fault: { code: 'camera-lost', detail: '' }, next: null })).toMatch(/^Lintel looks for the camera/);
  expect(attemptText({ fault: { code: 'insecure-origin', detail: '' }, next: null })).toBe('');
});

it('a name above a face is cut in the middle, by characters as people see them', () => {
  expect(shortened('Ada')).toBe('Ada');
  expect(shortened('Maximiliane von Hohenfels', 11)).toBe('Maxim…nfels');
  expect(shortened('👩‍👩‍👧'.repeat(12), 5)).toBe(`${'👩‍👩‍👧'.repeat(2)}…${'👩‍👩‍👧'.repeat(2)}`);
});
