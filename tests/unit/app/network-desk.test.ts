/** Switching the recognition network: what is said first, what is chosen, and that nothing is lost. */
import { beforeEach, describe, expect, it } from 'vitest';
import { NetworkDesk } from '../../../src/app/network-desk';
import { SettingsDesk } from '../../../src/app/settings-desk';
import type { RecognitionNetworks } from '../../../src/core/manifest';
import { PIPELINE_VERSION } from '../../../src/core/model';
import { DEFAULT_SETTINGS } from '../../../src/decision/settings';
import { faceAt, ORIGIN, PeopleWorld, person, sample } from './made-up-people';

const SMALL = { id: 'mobilefacenet-128', dimensions: 128, trainedOn: 'Celebrities.' };
const LARGE = { id: 'mobilefacenet-512', dimensions: 512, trainedOn: 'Celebrities, too.' };
const NETWORKS: RecognitionNetworks = { present: [SMALL, LARGE], installed: LARGE.id, missing: null };
const OTHER_ORIGIN = { model: SMALL.id, pipeline: PIPELINE_VERSION };

const ADA = person('Ada', [sample('a1')]);
const BEN = person('Ben', [sample('b1'), sample('b2', { model: SMALL.id })]);
const CLEO = person('Cleo', [sample('c1', { model: SMALL.id })]);

let world: PeopleWorld;
let desk: NetworkDesk;
/** The network that the settings named at each start of a worker. */
let starts: (string | null)[];

beforeEach(async () => {
  world = await PeopleWorld.open([ADA, BEN, CLEO]);
  const settings = new SettingsDesk(world.view);
  await settings.open(world.store);
  starts = [];
  const restart = (): void => void starts.push(world.view.state.settings.recognition);
  desk = new NetworkDesk({ view: world.view, people: world.people, settings, restart });
  world.view.patch({ networks: NETWORKS, modelId: LARGE.id });
});

/** As the app does when a worker with the network is ready. */
async function run(id: string): Promise<void> {
  world.view.patch({ modelId: id });
  await world.people.useOrigin({ ...ORIGIN, model: id });
}

describe('asking', () => {
  it('says by name whom the other network strands and whom it brings back, and changes nothing', () => {
    desk.ask(SMALL.id);
    expect(world.view.state.dialog).toEqual({ kind: 'switch-network', to: SMALL, stranded: ['Ada'], regained: ['Cleo'], isThresholdByHand: false });
    expect(world.view.state.settings).toEqual(DEFAULT_SETTINGS);
    expect(starts).toEqual([]);
  });

  it('says that a threshold set by hand stays', () => {
    world.view.patch({ settings: { ...DEFAULT_SETTINGS, manualThreshold: 0.5 } });
    desk.ask(SMALL.id);
    expect(world.view.state.dialog).toMatchObject({ isThresholdByHand: true });
  });

  it('means nothing for a network that is not there, or before it is known which are', () => {
    desk.ask('mobilefacenet-1024');
    world.view.patch({ networks: null });
    desk.ask(SMALL.id);
    expect(world.view.state.dialog).toBeNull();
  });
});

describe('switching', () => {
  it('keeps the choice, and starts a worker with it', async () => {
    desk.ask(SMALL.id);
    desk.switch();
    expect(world.view.state.dialog).toBeNull();
    expect(starts).toEqual([SMALL.id]);
    await Promise.resolve();
    expect(world.store.settings.recognition).toBe(SMALL.id);
  });

  it('back to the installed network is no choice, so that it follows what is installed', async () => {
    desk.ask(SMALL.id);
    desk.switch();
    await run(SMALL.id);
    desk.ask(LARGE.id);
    expect(world.view.state.dialog).toMatchObject({ stranded: ['Cleo'], regained: ['Ada'] });
    desk.switch();
    expect(starts).toEqual([SMALL.id, null]);
  });

  it('there and back loses nothing: whoever enrolled with either is recognised by it', async () => {
    desk.ask(SMALL.id);
    desk.switch();
    await run(SMALL.id);
    expect(world.view.state.people.map(({ name, isComparable }) => [name, isComparable])).toEqual([['Ada', false], ['Ben', true], ['Cleo', true]]);
    await world.people.addSample('ada', faceAt(10), 0, 'enrolment');
    desk.ask(LARGE.id);
    desk.switch();
    await run(LARGE.id);
    expect(world.view.state.people[0]).toMatchObject({ name: 'Ada', samples: 2, idleSamples: 1, isComparable: true });
    expect(world.people.gallery!.proper.entries.map(({ name }) => name).sort()).toEqual(['Ada', 'Ben']);
    await run(SMALL.id);
    expect(world.people.gallery!.proper.entries.map(({ name }) => name).sort()).toEqual(['Ada', 'Ben', 'Cleo']);
    expect(world.people.gallery!.origin).toEqual(OTHER_ORIGIN);
  });

  it('means nothing without the question', () => {
    desk.switch();
    world.view.patch({ dialog: { kind: 'keys' } });
    desk.switch();
    expect(world.view.state.dialog).toEqual({ kind: 'keys' });
    expect(starts).toEqual([]);
  });
});

describe('a chosen network that is not there', () => {
  it('is given up for the one that runs in its place, without another start', () => {
    world.view.patch({ networks: { ...NETWORKS, missing: SMALL.id }, settings: { ...DEFAULT_SETTINGS, recognition: 'mobilefacenet-128' } });
    desk.keepRunning();
    expect(world.view.state.networks!.missing).toBeNull();
    expect(world.view.state.settings.recognition).toBeNull();
    expect(starts).toEqual([]);
  });
});
