/** What restoring would do: nobody here loses anything unless everybody is replaced. */
import { describe, expect, it } from 'vitest';
import { mergedPeople, planRestore } from '../../../src/backup/restore-plan';
import type { Person } from '../../../src/decision/gallery';
import { ADA, BEN, CONTENT, sampleOf } from './made-up-backup';

const planOf = (people: readonly Person[], here: readonly Person[]) => planRestore({ ...CONTENT, people, refused: [] }, here);
const idsOf = ({ samples, denials }: Person): string[] => [...samples, ...denials].map(({ id }) => id);

describe('a plan', () => {
  it('adds who is not here, and leaves who is', () => {
    const plan = planOf([ADA, BEN], [ADA]);
    expect(plan).toMatchObject({ added: [BEN], extended: [], unchanged: 1, absent: [] });
    expect(mergedPeople(plan)).toEqual([BEN]);
  });

  it('gives back samples and corrections that are missing, and keeps newer ones', () => {
    const here = { ...ADA, name: 'ADA', samples: [ADA.samples[0]!, sampleOf('newer')], denials: [] };
    const plan = planOf([ADA], [here]);
    expect(plan.extended).toMatchObject([{ gained: 2, person: { id: 'a', name: 'ADA' } }]);
    expect(mergedPeople(plan).map(idsOf)).toEqual([['a1', 'newer', 'a-2', 'not-ada']]);
  });

  it('knows people by their id first, then by their name', () => {
    const renamed = { ...ADA, name: 'Ada Lovelace', samples: [ADA.samples[0]!], denials: [] };
    const enrolledAgain = { ...BEN, id: 'b-new', samples: [sampleOf('b2')] };
    const plan = planOf([ADA, BEN], [renamed, enrolledAgain]);
    expect(mergedPeople(plan)).toMatchObject([{ id: 'a', name: 'Ada Lovelace' }, { id: 'b-new' }]);
    expect(mergedPeople(plan).map(idsOf)).toEqual([['a1', 'a-2', 'not-ada'], ['b2', 'b1']]);
  });

  it('takes no sample from anybody', () => {
    const united = { ...BEN, samples: [...BEN.samples, ...ADA.samples], denials: ADA.denials };
    expect(planOf([ADA, BEN], [united])).toMatchObject({ added: [], extended: [], unchanged: 1, absent: [] });
  });

  it('makes one person of two who are one here', () => {
    const plan = planOf([ADA, { ...BEN, name: 'Ben' }], [{ ...ADA, name: 'Ben', samples: [sampleOf('x')], denials: [] }]);
    expect(plan.extended).toMatchObject([{ gained: 4 }]);
    expect(mergedPeople(plan).map(idsOf)).toEqual([['x', 'a1', 'a-2', 'b1', 'not-ada']]);
  });

  it('says who would go if everybody were replaced', () => {
    expect(planOf([ADA], [ADA, BEN]).absent).toEqual([BEN]);
  });
});
