/** Settings that change faster than they can be written, and the threshold that follows from them. */
import { describe, expect, it } from 'vitest';
import { SettingsDesk } from '../../../src/app/settings-desk';
import { ViewModel } from '../../../src/app/view-model';
import { Fault } from '../../../src/core/fault';
import { matchThreshold } from '../../../src/decision/match-threshold';
import { DEFAULT_SETTINGS } from '../../../src/decision/settings';
import type { PersonView } from '../../../src/ui/view';
import { FakeStore } from './fake-store';

const FULL = new Fault('store-full', 'no space');

async function opened(): Promise<{ view: ViewModel; store: FakeStore; desk: SettingsDesk }> {
  const view = new ViewModel(() => {});
  const store = new FakeStore();
  const desk = new SettingsDesk(view);
  await desk.open(store);
  return { view, store, desk };
}

function people(count: number, isComparable = true): PersonView[] {
  return Array.from({ length: count }, (_, index) => ({
    id: `p${index}`,
    name: `P ${index}`,
    enrolledAtMs: 0,
    samples: 1,
    corrections: [],
    isComparable,
  }));
}

describe('opening', () => {
  it('shows what was kept', async () => {
    const view = new ViewModel(() => {});
    const store = new FakeStore();
    store.settings = { ...DEFAULT_SETTINGS, theme: 'dark', manualThreshold: 0.6 };
    await new SettingsDesk(view).open(store);
    expect(view.state.settings).toEqual(store.settings);
    expect(view.state.threshold).toBe(0.6);
  });
});

describe('a change', () => {
  it('is shown at once and kept', async () => {
    const { view, store, desk } = await opened();
    store.isHeld = true;
    const changing = desk.change({ countdownSeconds: 0 });
    expect(view.state.settings).toEqual({ ...DEFAULT_SETTINGS, countdownSeconds: 0 });
    store.release();
    await changing;
    expect(store.settings).toEqual({ ...DEFAULT_SETTINGS, countdownSeconds: 0 });
    expect(store.writes).toHaveLength(1);
  });

  it('is shown before there is a store, and not written', async () => {
    const view = new ViewModel(() => {});
    await new SettingsDesk(view).change({ theme: 'dark' });
    expect(view.state.settings.theme).toBe('dark');
    expect(view.state.storeFault).toBeNull();
  });
});

describe('a reset', () => {
  it('leaves the recognition network, on which people hang', async () => {
    const { view, store, desk } = await opened();
    await desk.change({ theme: 'dark', recognition: 'mobilefacenet-512' });
    await desk.reset();
    expect(view.state.settings).toEqual({ ...DEFAULT_SETTINGS, recognition: 'mobilefacenet-512' });
    expect(store.settings).toEqual(view.state.settings);
  });
});

describe('many changes', () => {
  it('are one write at a time, and then the latest', async () => {
    const { view, store, desk } = await opened();
    store.isHeld = true;
    const first = desk.change({ minFacePx: 52 });
    const others = [56, 60, 64].map((minFacePx) => desk.change({ minFacePx }));
    expect(store.writes).toHaveLength(1);
    expect(view.state.settings.minFacePx).toBe(64);
    store.isHeld = false;
    store.release();
    await Promise.all([first, ...others]);
    expect(store.writes).toHaveLength(2);
    expect(store.settings.minFacePx).toBe(64);
  });

  it('are written once more when one comes during the last write', async () => {
    const { store, desk } = await opened();
    store.isHeld = true;
    const first = desk.change({ minFacePx: 52 });
    const second = desk.change({ minFacePx: 56 });
    store.release();
    await Promise.resolve();
    await new Promise((resolve) => setTimeout(resolve));
    const third = desk.change({ minFacePx: 60 });
    store.isHeld = false;
    store.release();
    await Promise.all([first, second, third]);
    expect(store.writes).toHaveLength(3);
    expect(store.settings.minFacePx).toBe(60);
  });
});

describe('a change that cannot be written', () => {
  it('is shown as a fault, and the next one is written', async () => {
    const { view, store, desk } = await opened();
    store.fail(FULL);
    await desk.change({ theme: 'dark' });
    expect(view.state.storeFault).toEqual({ code: 'store-full', detail: 'no space' });
    expect(view.state.settings.theme).toBe('dark');
    store.trouble = null;
    await desk.change({ countdownSeconds: 1 });
    expect(store.settings).toMatchObject({ theme: 'dark', countdownSeconds: 1 });
  });
});

describe('the threshold', () => {
  it('follows a change before it is written', async () => {
    const { view, store, desk } = await opened();
    store.isHeld = true;
    void desk.change({ manualThreshold: 0.55 });
    expect(view.state.threshold).toBe(0.55);
    void desk.change({ manualThreshold: null, falseIdentificationRate: 1e-4 });
    expect(view.state.threshold).toBe(matchThreshold({ manualThreshold: null, falseIdentificationRate: 1e-4 }, 'mobilefacenet-128', 0));
  });

  it('follows the model and the people who can be compared', async () => {
    const { view, desk } = await opened();
    view.patch({ modelId: 'mobilefacenet-512', people: [...people(40), ...people(500, false)] });
    desk.followGallery();
    expect(view.state.threshold).toBe(matchThreshold(DEFAULT_SETTINGS, 'mobilefacenet-512', 40));
  });
});

describe('the claim', () => {
  it('stays while the person can be compared, and goes with them', async () => {
    const { view, desk } = await opened();
    view.patch({ people: people(2), claim: 'p1' });
    desk.followGallery();
    expect(view.state.claim).toBe('p1');
    view.patch({ people: people(2, false) });
    desk.followGallery();
    expect(view.state.claim).toBeNull();
    view.patch({ people: people(1), claim: 'p1' });
    desk.followGallery();
    expect(view.state.claim).toBeNull();
  });
});
