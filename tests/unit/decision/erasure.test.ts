/** What erasing somebody takes with it. */
import { describe, expect, it } from 'vitest';
import { cosineOf } from '../../../src/core/embedding';
import { planErasure } from '../../../src/decision/erasure';
import { faceAt, person, sample } from '../app/made-up-people';

const ADA = person('Ada', [sample('a1'), sample('a2', { embedding: faceAt(10) })], [sample('a-denial', { embedding: faceAt(90) })]);
const THRESHOLD = cosineOf(faceAt(10), faceAt(30));

const denying = (...degrees: number[]) => person('Ben', [sample('b1')], degrees.map((at) => sample(`b-denial-${at}`, { embedding: faceAt(at) })));

describe('erasing somebody', () => {
  it('takes denials of others that are like one of their samples, from the threshold on', () => {
    const ben = denying(0, 30, 31, 90);
    const plan = planErasure(ADA, [ADA, ben], THRESHOLD);
    expect(plan).toMatchObject({ samples: 2, denials: 1, othersDenials: 2 });
    expect(plan.changed.map(({ id, denials }) => [id, denials.map((denial) => denial.id)])).toEqual([['ben', ['b-denial-31', 'b-denial-90']]]);
  });

  it('leaves whoever has no such denial as they are', () => {
    expect(planErasure(ADA, [ADA, denying(90), person('Cleo', [sample('c1')])], THRESHOLD)).toMatchObject({ changed: [], othersDenials: 0 });
  });

  it('compares nothing across networks', () => {
    const other = person('Ben', [sample('b1')], [sample('d', { model: 'mobilefacenet-128' })]);
    expect(planErasure(ADA, [ADA, other], THRESHOLD).changed).toEqual([]);
  });
});
