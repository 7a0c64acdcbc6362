/** How a probe scores against everybody. */
import { describe, expect, it } from 'vitest';
import { type Embedding, normalise } from '../../../src/core/embedding';
import { Gallery } from '../../../src/decision/gallery';
import { type Probe, scoresOf } from '../../../src/decision/verdict';

const FACE = vector(1, 0);
const PROBE: Probe = { embedding: FACE, legacy: null };

function vector(...values: number[]): Embedding {
  return normalise(Float32Array.from(values));
}

/** A gallery of people by name, with their templates; of each, the same faces were denied. */
function galleryOf(templates: Readonly<Record<string, Embedding>>, denials: readonly Embedding[] = []): Gallery {
  const gallery = new Gallery({ model: 'm', pipeline: 'p' });
  for (const [name, template] of Object.entries(templates)) gallery.proper.put({ personId: `id of ${name}`, name, template, denials });
  return gallery;
}

describe('scoresOf', () => {
  it('scores everybody, best first', () => {
    const scores = scoresOf(galleryOf({ Ada: vector(-1, 0), Ben: vector(1, 0), Cleo: vector(0, 1) }), PROBE);
    expect(scores).toEqual([
      { personId: 'id of Ben', name: 'Ben', score: 1, isContested: false },
      { personId: 'id of Cleo', name: 'Cleo', score: 0, isContested: false },
      { personId: 'id of Ada', name: 'Ada', score: -1, isContested: false },
    ]);
  });

  it('puts equal scores in order of name', () => {
    const twins = galleryOf({ Zoë: FACE, Ada: FACE, Mia: FACE });
    expect(scoresOf(twins, PROBE).map(({ name }) => name)).toEqual(['Ada', 'Mia', 'Zoë']);
  });

  it('leaves the gallery as it was', () => {
    const gallery = galleryOf({ Ada: vector(0, 1), Ben: FACE });
    scoresOf(gallery, PROBE);
    expect(gallery.proper.entries.map(({ name }) => name)).toEqual(['Ada', 'Ben']);
  });

  it('refuses a probe of another network', () => {
    expect(() => scoresOf(galleryOf({ Ada: FACE }), { embedding: vector(1, 0, 0), legacy: null })).toThrow(RangeError);
  });
});

describe('a contested score', () => {
  const isContested = (template: Embedding, ...denials: readonly Embedding[]) => scoresOf(galleryOf({ Ada: template }, denials), PROBE)[0]!.isContested;

  it('is one that a denied face beats', () => {
    expect(isContested(vector(4, 3), vector(1, 0))).toBe(true);
    expect(isContested(vector(4, 3), vector(0, 1), vector(1, 0))).toBe(true);
  });

  it('is not one that beats the denied faces, or that is as good', () => {
    expect(isContested(vector(4, 3), vector(3, 4))).toBe(false);
    expect(isContested(vector(4, 3), vector(4, 3))).toBe(false);
    expect(isContested(vector(4, 3))).toBe(false);
  });

  it('keeps its value and its place', () => {
    const gallery = galleryOf({ Ada: FACE, Ben: vector(4, 3) }, [vector(12, 5)]);
    expect(scoresOf(gallery, PROBE).map(({ name, isContested: contested }) => [name, contested])).toEqual([['Ada', false], ['Ben', true]]);
    expect(scoresOf(gallery, PROBE)[1]!.score).toBeCloseTo(0.8, 6);
  });
});
