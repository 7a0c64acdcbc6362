/** What the interface says of doubts, of pictures and of rates. */
import { describe, expect, it } from 'vitest';
import { INITIAL_STATE } from '../../../src/app/view-model';
import { normalise } from '../../../src/core/embedding';
import type { SampleProblem } from '../../../src/decision/enrolment';
import { type QualityProblem, readGates } from '../../../src/decision/quality-gates';
import { farAt, referenceOf } from '../../../src/decision/reference-scores';
import type { CaptureProblem, Phase } from '../../../src/decision/session-state';
import type { ScoredPerson, UnsureReason, Verdict } from '../../../src/decision/verdict';
import { captureProblemText, falseAcceptText, qualityHint, sampleProblemText, statusText } from '../../../src/ui/strings';
import type { PersonView, ViewState } from '../../../src/ui/view';
import { QUALITY } from '../../support/made-up-quality';

const PEOPLE: PersonView[] = ['Ada', 'Ben'].map((name) => ({ id: name, name, enrolledAtMs: 0, samples: 1, corrections: [], isComparable: true }));
const READY: ViewState = { ...INITIAL_STATE, engine: { kind: 'ready' }, gallery: { kind: 'ready' }, people: PEOPLE };
const PROBE = normalise(Float32Array.of(3, 4));

const PROBLEMS = readGates(QUALITY, 'enrol').map(({ problem }) => problem);
const REASONS: readonly UnsureReason[] = ['two-alike', 'frames-disagree', 'contested', 'left-early'];

/** A sentence or several for people: no codes, no blame, no noise. */
const SENTENCES = /^([A-Z][^.!?]*[.?] ?)+$/;

function scored(name: string, score: number): ScoredPerson {
  return { personId: name, name, score, isContested: false };
}

function statusDuring(phase: Phase): ReturnType<typeof statusText> & { readonly text: string } {
  const status = statusText({ ...READY, session: { ...READY.session, phase } });
  return { ...status, text: status.before + status.name + status.after };
}

const judged = (verdict: Verdict): Phase => ({ kind: 'judged', verdict, probe: PROBE, judgedAtMs: 0 });

function unsure(reason: UnsureReason, scores: readonly ScoredPerson[] = [scored('Ada', 0.5), scored('Ben', 0.48)], best = scores[0]!): Phase {
  return judged({ kind: 'unsure', reason, best, threshold: 0.4, scores });
}

describe('UNSURE', () => {
  it.each(REASONS)('says who came closest, and what would help when it is %s', (reason) => {
    const { text, tone, name } = statusDuring(unsure(reason));
    const [, advice] = /^UNSURE \(best: Ada, 0\.500\)\. (.*)$/.exec(text) ?? [];
    expect(advice).toMatch(SENTENCES);
    expect(tone).toBe('problem');
    expect(name).toBe('Ada');
  });

  it('has other words for every reason', () => {
    expect(new Set(REASONS.map((reason) => statusDuring(unsure(reason)).text)).size).toBe(REASONS.length);
  });

  it('never reads as a match or as none', () => {
    for (const reason of REASONS) expect(statusDuring(unsure(reason)).text).not.toMatch(/MATCH/);
  });

  it('names the other of two who are alike', () => {
    expect(statusDuring(unsure('two-alike')).text).toContain('It could also be Ben.');
  });

  it('names the other too when somebody else was claimed', () => {
    const scores = [scored('Ben', 0.52), scored('Ada', 0.5)];
    expect(statusDuring(unsure('two-alike', scores, scores[1])).text).toContain('It could also be Ben.');
    expect(statusDuring(unsure('two-alike', [scored('Ada', 0.5)])).text).toContain('somebody else');
  });

  it('says quietly that nobody can be recognised', () => {
    expect(statusDuring(judged({ kind: 'empty-gallery' }))).toMatchObject({ text: 'Nobody here can be recognised.', tone: 'quiet' });
  });
});

describe('statusText during a capture', () => {
  it('says whom it saves, and that it looks', () => {
    const saving: Phase = { kind: 'saving', name: 'Ada', sample: { embedding: PROBE, crop: null, pose: 'straight' }, quality: QUALITY };
    expect(statusDuring(saving)).toMatchObject({ text: 'Saving Ada…', name: 'Ada', tone: 'quiet' });
    const capturing: Phase = { kind: 'capturing', name: '', startedAtMs: 0, heardAtMs: 0, framesTried: 0, problem: 'no-face', votes: [], probes: [] };
    expect(statusDuring(capturing).text).toBe('Looking…');
  });

  it('says why it failed', () => {
    const failed = statusDuring({ kind: 'failed', problem: 'too-dark', failedAtMs: 0 });
    expect(failed).toMatchObject({ text: captureProblemText('too-dark'), tone: 'problem' });
  });
});

describe('qualityHint', () => {
  it.each(PROBLEMS)('says what to do about %s', (problem) => {
    expect(qualityHint(problem)).toMatch(SENTENCES);
    expect(qualityHint(problem)).not.toContain('-');
  });

  it('says something else for problems that are mended in other ways', () => {
    const alike: QualityProblem[] = ['turned-sideways', 'turned-up-or-down'];
    const others = PROBLEMS.filter((problem) => !alike.includes(problem));
    expect(new Set(others.map(qualityHint)).size).toBe(others.length);
    expect(qualityHint('too-dark')).not.toBe(qualityHint('too-bright'));
  });
});

describe.each<CaptureProblem>(['no-face', 'unreadable-face', ...PROBLEMS])('the words for a capture that failed because of %s', (problem) => {
  it('say what to do, and to try again', () => {
    expect(captureProblemText(problem)).toMatch(SENTENCES);
    expect(captureProblemText(problem)).toMatch(/try again\.$/);
  });

  it('do not ask for another press while samples are taken one after the other', () => {
    expect(sampleProblemText(problem)).toMatch(SENTENCES);
    expect(sampleProblemText(problem)).not.toContain('try again');
  });
});

describe('sampleProblemText', () => {
  it.each<[SampleProblem, RegExp]>([
    ['too-alike', /turn/i],
    ['not-the-same', /same person\?$/],
  ])('says of %s what would help', (problem, words) => {
    expect(sampleProblemText(problem)).toMatch(SENTENCES);
    expect(sampleProblemText(problem)).toMatch(words);
  });
});

describe('falseAcceptText', () => {
  const one = (text: string) => `Of strangers in reference photographs, ${text} score this high.`;

  it.each([
    [1 / 4, 'about 1 in 4'],
    [1 / 12.3, 'about 1 in 12'],
    [1 / 98.7, 'about 1 in 99'],
    [1 / 123, 'about 1 in 100'],
    [1 / 3456, 'about 1 in 3,000'],
    [1e-6, 'about 1 in 1,000,000'],
  ])('says %d as people say it', (far, text) => {
    expect(falseAcceptText({ far, isExtrapolated: false })).toBe(one(text));
  });

  it('gives no number where nearly everybody scores as high', () => {
    for (const far of [1, 0.5, 0.31]) expect(falseAcceptText({ far, isExtrapolated: false })).toBe('Many strangers score this high.');
    expect(falseAcceptText({ far: 0.3, isExtrapolated: false })).toBe(one('about 1 in 3.3'));
  });

  it('gives an extrapolated rate as long as it means something', () => {
    expect(falseAcceptText({ far: 1 / 4_000_000, isExtrapolated: true })).toBe(one('about 1 in 4,000,000'));
    expect(falseAcceptText({ far: 1e-8, isExtrapolated: true })).toBe(one('fewer than 1 in 10 million'));
    for (const far of [1e-30, 0]) expect(falseAcceptText({ far, isExtrapolated: true })).toBe(one('fewer than 1 in 10 million'));
  });

  it('has words for every score there can be', () => {
    for (let score = -1; score <= 1; score += 0.01) {
      expect(falseAcceptText(farAt(referenceOf('mobilefacenet-512'), score))).toMatch(/^[A-Z][^.]*(\.\d[^.]*)?\.$/);
      expect(falseAcceptText(farAt(referenceOf('mobilefacenet-512'), score))).not.toMatch(/NaN|Infinity|∞|e[+-]/);
    }
  });
});
