/** What becomes of the predecessor's templates as people enrol properly. */
import { describe, expect, it } from 'vitest';
import { LEGACY_ORIGIN, PIPELINE_VERSION } from '../../../src/core/model';
import { faceAt, PeopleWorld, person, sample } from './made-up-people';

const ORIGIN = { model: 'mobilefacenet-128', pipeline: PIPELINE_VERSION };
const IMPORTED = person('Ada', [sample('old', { ...LEGACY_ORIGIN, learntBy: 'import' })]);

async function world(origin = ORIGIN): Promise<PeopleWorld> {
  const opened = await PeopleWorld.withoutModel([IMPORTED]);
  await opened.people.useOrigin(origin);
  return opened;
}

describe('a person of the predecessor', () => {
  it('can be recognised by its network, and by no other', async () => {
    expect((await world()).view.state.people).toMatchObject([{ isComparable: true, isLegacy: true }]);
    const other = (await world({ ...ORIGIN, model: 'mobilefacenet-512' })).view.state.people[0]!;
    expect(other.isComparable).toBe(false);
    expect(other).not.toHaveProperty('isLegacy');
  });

  it.each(['enrolment', 'photograph'] as const)('loses the old template with the first proper sample (%s)', async (learntBy) => {
    const { people, store, view } = await world();
    const saved = await people.addSample('ada', faceAt(0), 5, learntBy);
    expect(store.templatesOf('ada')).toEqual({ samples: [saved!.sampleId], denials: [] });
    expect(view.state.people[0]).not.toHaveProperty('isLegacy');
  });

  it('keeps the old template when another network runs: switching back loses nothing', async () => {
    const { people, store, view } = await world({ ...ORIGIN, model: 'mobilefacenet-512' });
    const saved = await people.addSample('ada', faceAt(0), 5, 'enrolment');
    expect(store.templatesOf('ada')!.samples).toEqual(['old', saved!.sampleId]);
    await people.useOrigin(ORIGIN);
    expect(view.state.people).toMatchObject([{ isComparable: true, isLegacy: true }]);
  });

  it('keeps it beside a correction, which can be taken back', async () => {
    const { people, store } = await world();
    const saved = await people.addSample('ada', faceAt(0), 5, 'correction');
    expect(store.templatesOf('ada')!.samples).toEqual(['old', saved!.sampleId]);
    expect(await people.forget('ada', saved!.sampleId)).toBe(true);
    expect(store.templatesOf('ada')!.samples).toEqual(['old']);
  });
});
