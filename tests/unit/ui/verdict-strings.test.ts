/** What the interface says of doubts, of pictures and of rates. */
import { describe, expect, it } from 'vitest';
import { INITIAL_STATE } from '../../../src/app/view-model';
import { normalise } from '../../../src/core/embedding';
import type { SampleProblem } from '../../../src/decision/enrolment';
import { type QualityProblem, readGates } from '../../../src/decision/quality-gates';
import { type ReferenceScores, referenceOf } from '../../../src/decision/reference-scores';
import type { CaptureProblem, Phase } from '../../../src/decision/session-state';
import type { ScoredPerson, SpoofReason, UnsureReason, Verdict } from '../../../src/decision/verdict';
import { NAME } from '../../../src/ui/named';
import { captureProblemText, falseAcceptText, qualityHint, sampleProblemText, statusText } from '../../../src/ui/strings';
import type { PersonView, ViewState } from '../../../src/ui/view';
import { QUALITY } from '../../support/made-up-quality';

const PEOPLE: PersonView[] = ['Ada', 'Ben'].map((name) => ({ id: name, name, enrolledAtMs: 0, samples: 1, corrections: [], isComparable: true }));
const READY: ViewState = { ...INITIAL_STATE, engine: { kind: 'ready' }, gallery: { kind: 'ready' }, people: PEOPLE };
const PROBE = normalise(Float32Array.of(3, 4));

const PROBLEMS = readGates(QUALITY, 'enrol').map(({ problem }) => problem);
const REASONS: readonly UnsureReason[] = ['two-alike', 'frames-disagree', 'contested', 'left-early', 'not-as-asked', 'doubtful-picture'];
const SPOOFS: readonly SpoofReason[] = ['picture', 'flat', 'another-face', 'repeated'];

/** A sentence or several for people: no codes, no blame, no noise. */
const SENTENCES = /^([A-Z][^.!?]*[.?] ?)+$/;

function scored(name: string, score: number): ScoredPerson {
  return { personId: name, name, score, isContested: false };
}

function statusDuring(phase: Phase): ReturnType<typeof statusText> {
  const status = statusText({ ...READY, session: { ...READY.session, phase } });
  return { ...status, text: status.text.replace(NAME, status.name) };
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
    expect(statusDuring(unsure('two-alike')).text).toContain('It could also be \u2068Ben\u2069.');
  });

  it('names the other too when somebody else was claimed', () => {
    const scores = [scored('Ben', 0.52), scored('Ada', 0.5)];
    expect(statusDuring(unsure('two-alike', scores, scores[1])).text).toContain('It could also be \u2068Ben\u2069.');
    expect(statusDuring(unsure('two-alike', [scored('Ada', 0.5)])).text).toContain('somebody else');
  });

  it('says quietly that nobody can be recognised', () => {
    expect(statusDuring(judged({ kind: 'empty-gallery' }))).toMatchObject({ text: 'Nobody here can be recognised.', tone: 'quiet' });
  });
});

describe('SPOOF SUSPECTED', () => {
  const suspected = (reason: SpoofReason) => statusDuring(judged({ kind: 'spoof-suspected', reason, best: scored('Ada', 0.5), threshold: 0.4, scores: [scored('Ada', 0.5)] }));

  it.each(SPOOFS)('says whom the face is like, and what would help when it is %s', (reason) => {
    const { text, tone, name } = suspected(reason);
    expect(/^SPOOF SUSPECTED \(best: Ada, 0\.500\)\. (.*)$/.exec(text)?.[1]).toMatch(SENTENCES);
    expect([tone, name]).toEqual(['spoof', 'Ada']);
    expect(text).not.toMatch(/MATCH/);
  });

  it('has other words for every reason', () => {
    expect(new Set(SPOOFS.map((reason) => suspected(reason).text)).size).toBe(SPOOFS.length);
  });
});

describe('statusText during a capture', () => {
  it('says whom it saves, and that it looks', () => {
    const saving: Phase = { kind: 'saving', name: 'Ada', sample: { embedding: PROBE, crop: null, pose: 'straight' }, quality: QUALITY };
    expect(statusDuring(saving)).toMatchObject({ text: 'Saving Ada…', name: 'Ada', tone: 'quiet' });
    const capturing: Phase = { kind: 'capturing', name: '', startedAtMs: 0, heardAtMs: 0, framesTried: 0, problem: 'no-face', votes: [], probes: [], readings: [] };
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
  /** A million pairs of strangers: all at 0.1 or above, and ten times fewer with every 0.1. */
  const reference: ReferenceScores = {
    model: 'm',
    pipeline: 'p',
    pairs: 1_000_000,
    images: 2000,
    people: 1000,
    source: 'made up',
    min: 0.1,
    binWidth: 0.1,
    counts: [900_000, 90_000, 9000, 900, 90, 9, 1],
  };
  const one = (text: string) => `Of strangers in reference photographs, ${text} score this high.`;

  it.each([
    [0.2001, 'about 1 in 10'],
    [0.3001, 'about 1 in 100'],
    [0.4001, 'about 1 in 1,000'],
    [0.35, 'about 1 in 300'],
  ])('says how often a stranger reaches %d', (score, text) => {
    expect(falseAcceptText(reference, score)).toBe(one(text));
  });

  it('gives no number where nearly everybody scores as high', () => {
    for (const score of [-1, 0, 0.1, 0.12]) expect(falseAcceptText(reference, score)).toBe('Many strangers score this high.');
  });

  it('counts where few did, and guesses nothing', () => {
    const counted = (text: string) => `Of 1.0 million pairs of strangers in reference photographs, ${text} scored this high.`;
    expect(falseAcceptText(reference, 0.65)).toBe(counted('10'));
    expect(falseAcceptText(reference, 0.75)).toBe(counted('1'));
    expect(falseAcceptText(reference, 0.85)).toBe(counted('none'));
    expect(falseAcceptText(reference, 1)).toBe(counted('none'));
  });

  it('has words for every score there can be', () => {
    for (let score = -1; score <= 1; score += 0.01) {
      const text = falseAcceptText(referenceOf('mobilefacenet-512'), score);
      expect(text).toMatch(/^[A-Z][^.]*(\.\d[^.]*)?\.$/);
      expect(text).not.toMatch(/NaN|Infinity|∞|e[+-]/);
    }
  });
});
