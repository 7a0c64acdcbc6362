/** When a capture can be asked for. */
import { describe, expect, it } from 'vitest';
import { INITIAL_STATE } from '../../../src/app/view-model';
import { normalise } from '../../../src/core/embedding';
import type { TakenSample } from '../../../src/decision/enrolment';
import { canCapture } from '../../../src/ui/parts/capture-bar';
import type { PersonView, ViewState } from '../../../src/ui/view';
import { QUALITY } from '../../support/made-up-quality';

const ADA: PersonView = { id: '1', name: 'Ada', enrolledAtMs: 0, samples: 1, corrections: [], isComparable: true };
const SAMPLE: Omit<TakenSample, 'id'> = { embedding: normalise(Float32Array.of(3, 4)), pose: 'straight', crop: null };
const READY: ViewState = { ...INITIAL_STATE, engine: { kind: 'ready' }, gallery: { kind: 'ready' }, people: [ADA] };
const fault = { code: 'unexpected', detail: '' } as const;

describe('canCapture', () => {
  it('is possible with the camera off: it turns it on', () => {
    expect(canCapture(READY)).toBe(true);
  });

  it.each<[string, Partial<ViewState>]>([
    ['the models load', { engine: { kind: 'loading', loadedBytes: 0, totalBytes: 1 } }],
    ['the recognition stopped', { engine: { kind: 'faulted', fault } }],
    ['the camera opens', { camera: { kind: 'opening' } }],
    ['the camera failed', { camera: { kind: 'faulted', fault } }],
    ['the people are not read yet', { gallery: { kind: 'opening' } }],
    ['a capture runs', { session: { ...READY.session, phase: { kind: 'counting', name: '', endsAtMs: 0, secondsLeft: 1 } } }],
    ['an enrolment is being saved', { session: { ...READY.session, phase: { kind: 'saving', name: 'Ada', sample: SAMPLE, quality: QUALITY } } }],
    ['verifying waits', { lock: { isSet: true, isLocked: true, verifyWaitMs: 1 } }],
    ['there is nobody to compare with', { people: [] }],
    ['everybody is from another model', { people: [{ ...ADA, isComparable: false }] }],
  ])('is not possible while %s', (_, change) => {
    expect(canCapture({ ...READY, ...change })).toBe(false);
  });

  it('needs nobody to compare with when enrolling', () => {
    expect(canCapture({ ...READY, destination: 'enrol', people: [] })).toBe(true);
  });
});
