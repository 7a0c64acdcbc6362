/** What the interface says. */
import { describe, expect, it } from 'vitest';
import { INITIAL_STATE } from '../../../src/app/view-model';
import { normalise } from '../../../src/core/embedding';
import type { FacesInFrame } from '../../../src/core/face';
import { STRAIGHT_HEAD } from '../../../src/decision/enrolment';
import type { Phase } from '../../../src/decision/session-state';
import { NAME } from '../../../src/ui/named';
import { cameraOffText, facesText, formatMegabytes, formatScore, statusText } from '../../../src/ui/strings';
import type { PersonView, ViewState } from '../../../src/ui/view';

const ADA: PersonView = { id: '1', name: 'Ada', enrolledAtMs: 0, samples: 1, corrections: [], isComparable: true };
const READY: ViewState = { ...INITIAL_STATE, engine: { kind: 'ready' }, gallery: { kind: 'ready' }, people: [ADA] };

function during(phase: Phase, change: Partial<ViewState> = {}): ViewState {
  return { ...READY, ...change, session: { ...READY.session, phase } };
}

const ENROLLED: Phase = {
  kind: 'enrolled',
  enrolment: {
    personId: '1',
    name: 'Ada',
    samples: [{ id: 's', embedding: normalise(Float32Array.of(3, 4)), pose: 'straight', crop: null }],
    wanted: 5,
    baseline: STRAIGHT_HEAD,
  },
  taking: 'nothing',
  problem: null,
  waitUntilMs: 0,
};

/** The status as it reads. */
function read(state: ViewState): string {
  const { text, name } = statusText(state);
  return text.replace(NAME, name);
}

function judged(kind: 'match' | 'no-match', name: string, score: number): Phase {
  const best = { personId: '1', name, score, isContested: false };
  return { kind: 'judged', judgedAtMs: 0, probe: normalise(Float32Array.of(3, 4)), verdict: { kind, best, threshold: 0.4, scores: [best] } };
}

describe('statusText', () => {
  it('reads as people and programs expect it', () => {
    expect(read(during(judged('match', 'Ada', 0.8557)))).toBe('MATCH: Ada (0.856)');
    expect(read(during(judged('no-match', 'Ada', 0.312)))).toBe('NO MATCH (best: Ada, 0.312; threshold 0.400)');
    expect(read(during(judged('no-match', 'Ada', -0.2)))).toBe('NO MATCH (best: Ada, -0.200; threshold 0.400)');
    expect(read(during(ENROLLED, { destination: 'enrol' }))).toBe('Enrolled: Ada');
    expect(read({ ...READY, people: [] })).toBe('Nobody is enrolled yet.');
  });

  it('calls nobody enrolled who has yet to give a sample to the network that runs', () => {
    const { enrolment } = ENROLLED;
    const phase: Phase = { ...ENROLLED, enrolment: { ...enrolment, samples: [] } };
    expect(read(during(phase, { destination: 'enrol' }))).toBe('Enrolling Ada…');
  });

  it('keeps the name apart, whatever it is', () => {
    for (const name of ['محمد', 'MATCH: Eve (0.999)', '👩‍👩‍👧']) expect(statusText(during(judged('no-match', name, 0.1))).name).toBe(name);
  });

  it('has a tone of its own for a match and for none', () => {
    expect(statusText(during(judged('match', 'Ada', 0.5))).tone).toBe('match');
    expect(statusText(during(judged('no-match', 'Ada', 0.1))).tone).toBe('no-match');
  });

  it('is quiet while nothing is decided', () => {
    expect(read(during({ kind: 'posing', stillness: 0 }))).toBe('');
    expect(read(during({ kind: 'counting', name: '', endsAtMs: 0, secondsLeft: 3 }))).toBe('');
    expect(read({ ...READY, session: { ...READY.session, phase: { kind: 'off' } } })).toBe('');
  });

  it('says away from the camera what was done, and no verdict', () => {
    const away = during(judged('match', 'Ada', 0.9), { destination: 'people' });
    expect(read(away)).toBe('');
    expect(read({ ...away, notice: { label: 'Deleted', name: 'Ben' } })).toBe('Deleted: Ben');
  });

  it('says who was enrolled from photographs, while no camera says otherwise', () => {
    const photos = { name: 'Ben', total: 2, done: 2, current: null, taken: 1, refused: [], personId: 'b' };
    const enrolling = during({ kind: 'posing', stillness: 0 }, { destination: 'enrol', photos });
    expect(read(enrolling)).toBe('Enrolled: Ben');
    expect(read({ ...enrolling, photos: { ...photos, taken: 0 } })).toBe('');
    expect(read({ ...enrolling, destination: 'verify' })).toBe('');
    expect(read(during(ENROLLED, { destination: 'enrol', photos }))).toBe('Enrolled: Ada');
  });

  it('does not say that nobody is enrolled before it has looked', () => {
    expect(read({ ...READY, people: [], gallery: { kind: 'opening' } })).toBe('');
  });
});

describe('facesText', () => {
  const face = { x: 0, y: 0, width: 181.6, height: 181.6 } as FacesInFrame['boxes'][number];
  const faces = (count: number): FacesInFrame => ({
    frame: { width: 640, height: 480 },
    boxes: Array.from({ length: count }, () => face),
    judged: count === 0 ? -1 : 0,
  });

  it('counts the faces and gives the size of the one that counts', () => {
    expect(facesText(null)).toBe('');
    expect(facesText(faces(0))).toBe('No face detected');
    expect(facesText(faces(1))).toBe('1 face · 182 px');
    expect(facesText(faces(2))).toBe('2 faces · the nearest in the middle counts');
  });
});

describe('cameraOffText', () => {
  it('promises the camera only where pressing Capture turns it on', () => {
    expect(cameraOffText(READY)).toBe('Capture turns the camera on.');
    const lost: ViewState = { ...READY, camera: { kind: 'faulted', fault: { code: 'camera-lost', detail: '' } } };
    expect(cameraOffText(lost)).not.toContain('Capture');
    expect(cameraOffText({ ...READY, gallery: { kind: 'opening' } })).toBe('');
  });
});

describe('numbers', () => {
  it('have as many decimals as their kind', () => {
    expect(formatScore(1)).toBe('1.000');
    expect(formatMegabytes(12_340_000)).toBe('12.3');
  });
});
