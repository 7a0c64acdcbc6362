/** The part of a visit that enrols: the first sample makes a person, the poses after it make the template surer. */
import type { FaceQuality } from '../core/quality';
import { type Enrolment, missingPoses, sampleProblemOf, shownPose, STRAIGHT_HEAD, type TakenSample } from './enrolment';
import { type CaptureProblem, type Phase, type Session, type SessionRules, type SessionStep, wantsEmbedding } from './session-state';
import type { SessionEvent } from './session-events';
import { ENROLMENT } from './thresholds';

type Of<K extends SessionEvent['kind']> = Extract<SessionEvent, { kind: K }>;
type Enrolled = Extract<Phase, { kind: 'enrolled' }>;

/** A good face came while one was wanted: it is saved, or refused with the reason. */
export function embedForEnrolment(session: Session, event: Of<'face-embedded'>, nowMs: number): SessionStep {
  const { phase } = session;
  const { embedding, crop, quality } = event;
  if (phase.kind === 'capturing') {
    const saving: Phase = { kind: 'saving', name: phase.name, sample: { embedding, crop, pose: 'straight' }, quality };
    return { session: { ...session, phase: saving }, effects: [{ kind: 'save-enrolment', name: phase.name, embedding }] };
  }
  if (phase.kind !== 'enrolled') return { session, effects: [] };
  const { enrolment, taking } = phase;
  const pose = shownPose(enrolment, quality) ?? (taking === 'anything' ? 'any' : null);
  const problem = pose === null ? null : sampleProblemOf(enrolment.samples, embedding);
  if (pose === null || problem !== null) {
    const refused: Phase = { ...phase, taking: 'nothing', problem, waitUntilMs: nowMs + ENROLMENT.pauseMs };
    return { session: { ...session, phase: refused }, effects: [] };
  }
  const sample: TakenSample = { id: PENDING, embedding, crop, pose };
  const next: Phase = {
    ...phase,
    taking: 'being-saved',
    problem: null,
    enrolment: { ...enrolment, samples: [...enrolment.samples, sample] },
  };
  return {
    session: { ...session, phase: next },
    effects: [{ kind: 'save-sample', personId: enrolment.personId, embedding }],
  };
}

/** The frame that should have been a sample was not fit for one. */
export function refuseSample(session: Session, problem: CaptureProblem, nowMs: number): Session {
  const { phase } = session;
  if (phase.kind !== 'enrolled' || !wantsEmbedding(session, nowMs)) return session;
  return { ...session, phase: { ...phase, taking: 'nothing', problem, waitUntilMs: nowMs + ENROLMENT.pauseMs } };
}

/** Stands for the id of a sample until it is on the disk. */
const PENDING = '';

/** A sample is on the disk: the first one makes the enrolment, a later one is done with. */
export function saveSample(session: Session, { personId, sampleId }: Of<'enrolment-saved'>, nowMs: number, rules: SessionRules): Session {
  const { phase } = session;
  const waitUntilMs = nowMs + ENROLMENT.pauseMs;
  if (phase.kind === 'saving') {
    const { name, sample, quality } = phase;
    const enrolment: Enrolment = { personId, name, samples: [{ ...sample, id: sampleId }], wanted: rules.samplesWanted, baseline: quality };
    return { ...session, phase: { kind: 'enrolled', enrolment, taking: 'nothing', problem: null, waitUntilMs } };
  }
  if (phase.kind !== 'enrolled' || phase.taking !== 'being-saved') return session;
  const samples = phase.enrolment.samples.map((sample) => (sample.id === PENDING ? { ...sample, id: sampleId } : sample));
  return withSamples(session, { ...phase, taking: 'nothing', waitUntilMs }, samples);
}

/** A sample could not be written: it is as if it had not been taken. */
export function loseSample(session: Session): Session {
  const { phase } = session;
  if (phase.kind !== 'enrolled' || phase.taking !== 'being-saved') return session;
  return withSamples(session, { ...phase, taking: 'nothing' }, phase.enrolment.samples.filter(({ id }) => id !== PENDING));
}

/** Somebody who is enrolled gets more samples, as many as are missing, and at least one. */
export function resumeEnrolment(session: Session, event: Of<'enrolment-resumed'>, nowMs: number, rules: SessionRules): Session {
  if (session.purpose !== 'enrol') return session;
  const { personId, name, samples } = event;
  const wanted = Math.max(rules.samplesWanted, samples.length + 1);
  const enrolment: Enrolment = { personId, name, samples, wanted, baseline: STRAIGHT_HEAD };
  return { ...session, phase: { kind: 'enrolled', enrolment, taking: 'nothing', problem: null, waitUntilMs: nowMs } };
}

/** The person does not want a sample; its pose is missing again. */
export function removeSample(session: Session, sampleId: string, nowMs: number): Session {
  const { phase } = session;
  if (phase.kind !== 'enrolled') return session;
  const samples = phase.enrolment.samples.filter(({ id }) => id !== sampleId);
  return withSamples(session, { ...phase, waitUntilMs: nowMs + ENROLMENT.pauseMs }, samples);
}

/** A photograph became a sample of the person who is being enrolled. Of anybody else it changes nothing here. */
export function addPhotograph(session: Session, { personId, sample }: Of<'photograph-added'>): Session {
  const { phase } = session;
  if (phase.kind !== 'enrolled' || phase.enrolment.personId !== personId) return session;
  return withSamples(session, { ...phase, problem: null }, [...phase.enrolment.samples, sample]);
}

/** The person pressed for a sample: the next good frame is one, in whatever pose. */
export function takeSampleNow(session: Session): Session {
  const { phase } = session;
  // A pose that is just being tried must not swallow the wish.
  if (phase.kind !== 'enrolled' || phase.taking === 'being-saved') return session;
  return { ...session, phase: { ...phase, taking: 'anything', problem: null } };
}

/** Looks whether the head shows a pose that is missing, and holds it. */
export function followPose(session: Session, quality: FaceQuality | null, nowMs: number): Session {
  const { phase } = session;
  if (phase.kind !== 'enrolled' || phase.taking !== 'nothing' || nowMs < phase.waitUntilMs) return session;
  const isHeld = session.stillSinceMs !== null && nowMs - session.stillSinceMs >= ENROLMENT.holdMs;
  if (quality === null || session.hint !== null || !isHeld || missingPoses(phase.enrolment).length === 0) return session;
  if (shownPose(phase.enrolment, quality) === null) return session;
  return { ...session, phase: { ...phase, taking: 'pose', problem: null } };
}

function withSamples(session: Session, phase: Enrolled, samples: readonly TakenSample[]): Session {
  return { ...session, phase: { ...phase, enrolment: { ...phase.enrolment, samples } } };
}

