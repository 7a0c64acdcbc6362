/** People in two or three dimensions, so that cosines can be worked out by hand. */
import { normalise } from '../../../src/core/embedding';
import { type GallerySurvey } from '../../../src/decision/gallery-survey';
import type { Person, Sample } from '../../../src/decision/gallery';

export const ORIGIN = { model: 'mobilefacenet-512', pipeline: 'p' };

/** A sample in the plane, so many degrees from the first axis. */
export function at(degrees: number, change: Partial<Sample> = {}): Sample {
  const radians = (degrees * Math.PI) / 180;
  const embedding = normalise(Float32Array.of(Math.cos(radians), Math.sin(radians)));
  return { ...ORIGIN, id: `at-${degrees}`, learntBy: 'enrolment', embedding, capturedAtMs: 0, ...change };
}

export function person(name: string, ...samples: readonly Sample[]): Person {
  return { id: name, name, enrolledAtMs: 0, samples, denials: [] };
}

/** The cosine of an angle in degrees. */
export function cosine(degrees: number): number {
  return Math.cos((degrees * Math.PI) / 180);
}

/** A survey with these scores, and as many people. */
export function surveyWith(genuine: readonly number[], impostor: readonly number[], people = 10): GallerySurvey {
  return {
    model: 'mobilefacenet-512',
    people,
    surveyed: people,
    samples: genuine.length,
    peopleWithSeveral: genuine.length > 0 ? people : 0,
    peopleOverTime: 0,
    genuine: Float64Array.from(genuine).sort(),
    impostor: Float64Array.from(impostor).sort(),
    mostAlike: null,
  };
}
