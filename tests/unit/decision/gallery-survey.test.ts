/** How alike a gallery is to itself: each sample left out of its own template, nobody compared with who cannot be. */
import { describe, expect, it } from 'vitest';
import { countBelow, surveyGallery, surveyOf } from '../../../src/decision/gallery-survey';
import { at, cosine, ORIGIN, person } from './made-up-people';

/** Embeddings are 32-bit floats. */
const near = (values: readonly number[]): unknown => [...values].sort((a, b) => a - b).map((value) => expect.closeTo(value, 5) as number);

describe('surveyOf', () => {
  it('compares a sample with the template of the other samples, never with its own', () => {
    const { genuine } = surveyOf([person('Ada', at(0), at(20), at(40))], ORIGIN);
    expect([...genuine]).toEqual(near([cosine(30), cosine(0), cosine(30)]));
  });

  it('has no genuine score of a person with one sample', () => {
    const { genuine, people, peopleWithSeveral } = surveyOf([person('Ada', at(0)), person('Ben', at(90), at(100))], ORIGIN);
    expect([...genuine]).toEqual(near([cosine(10), cosine(10)]));
    expect({ people, peopleWithSeveral }).toEqual({ people: 2, peopleWithSeveral: 1 });
  });

  it('compares every sample with the template of everybody else', () => {
    const { impostor } = surveyOf([person('Ada', at(0), at(20)), person('Ben', at(90)), person('Cleo', at(180))], ORIGIN);
    expect([...impostor]).toEqual(near([cosine(90), cosine(180), cosine(70), cosine(160), cosine(80), cosine(90), cosine(170), cosine(90)]));
  });

  it('names the two whose templates are most alike, in the order of the people', () => {
    const { mostAlike } = surveyOf([person('Ada', at(0)), person('Ben', at(90)), person('Cleo', at(130), at(150))], ORIGIN);
    expect(mostAlike).toEqual({ first: 'Ben', second: 'Cleo', score: expect.closeTo(cosine(50), 5) as number });
  });

  it('has nobody most alike with one person, and nothing at all with none', () => {
    expect(surveyOf([person('Ada', at(0), at(10))], ORIGIN)).toMatchObject({ people: 1, mostAlike: null, impostor: new Float64Array(0) });
    expect(surveyOf([], ORIGIN)).toMatchObject({ people: 0, samples: 0, mostAlike: null, genuine: new Float64Array(0) });
  });

  it('leaves out samples and people of another network or pipeline', () => {
    const older = { pipeline: 'older' };
    const survey = surveyOf([person('Ada', at(0), at(10), at(90, older)), person('Ben', at(50, older))], ORIGIN);
    expect(survey).toMatchObject({ people: 1, samples: 2, mostAlike: null });
    expect([...survey.genuine]).toEqual(near([cosine(10), cosine(10)]));
  });

  it('knows who has samples from more than one sitting', () => {
    const later = { capturedAtMs: 3_600_001 };
    const atOnce = { capturedAtMs: 3_600_000 };
    const people = [person('Ada', at(0), at(10, later)), person('Ben', at(0), at(10, atOnce)), person('Cleo', at(0, later))];
    expect(surveyOf(people, ORIGIN)).toMatchObject({ peopleWithSeveral: 2, peopleOverTime: 1 });
  });

  it('does not mind in which order people come', () => {
    const people = [person('Ada', at(0), at(20)), person('Ben', at(75), at(95)), person('Cleo', at(200))];
    const [one, other] = [surveyOf(people, ORIGIN), surveyOf([...people].reverse(), ORIGIN)];
    expect(other.genuine).toEqual(one.genuine);
    expect(other.impostor).toEqual(one.impostor);
    expect(other.mostAlike?.score).toBe(one.mostAlike?.score);
  });
});

function lastOf<T>(steps: Generator<undefined, T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

describe('surveyGallery', () => {
  it('pauses for every person', () => {
    const pauses = [...surveyGallery([person('Ada', at(0)), person('Ben', at(90))], ORIGIN)].length;
    expect(pauses).toBe(3 * 2);
  });

  it('compares only so many of a large gallery, evenly spaced, and counts everybody', () => {
    const people = Array.from({ length: 10 }, (_, index) => person(`Person ${index}`, at(index * 30), at(index * 30 + 5)));
    const survey = lastOf(surveyGallery([person('Old', at(0, { pipeline: 'older' })), ...people], ORIGIN, 3));
    expect(survey).toMatchObject({ people: 10, surveyed: 3, samples: 6, peopleWithSeveral: 3 });
    expect(survey.impostor).toHaveLength(3 * 2 * 2);
    // The first, the fourth and the seventh are 90° and 180° apart.
    expect(survey.mostAlike).toMatchObject({ first: 'Person 0', second: 'Person 3', score: expect.closeTo(cosine(90), 5) as number });
  });

  it('compares everybody up to its limit', () => {
    const people = [person('Ada', at(0)), person('Ben', at(90))];
    expect(lastOf(surveyGallery(people, ORIGIN, 2))).toEqual(surveyOf(people, ORIGIN));
  });
});

describe('countBelow', () => {
  it.each([[-1, 0], [0.1, 0], [0.15, 1], [0.2, 1], [0.25, 3], [0.3, 3], [0.31, 4]])('below %d there are %d', (threshold, count) => {
    expect(countBelow(Float64Array.of(0.1, 0.2, 0.2, 0.3), threshold)).toBe(count);
  });

  it('is none of none', () => {
    expect(countBelow(new Float64Array(0), 0.5)).toBe(0);
  });
});
