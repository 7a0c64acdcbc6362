/** Unlocking, changing how people are encrypted, and erasing. */
import { beforeEach, describe, expect, it } from 'vitest';
import { ProtectionDesk } from '../../../src/app/protection-desk';
import { ViewModel } from '../../../src/app/view-model';
import { Fault } from '../../../src/core/fault';
import type { ProtectionDialog } from '../../../src/ui/protection-view';
import { FakeStore } from './fake-store';

let view: ViewModel;
let store: FakeStore;
let desk: ProtectionDesk;
/** What was done outside the desk, in order. */
let done: string[];
let eraseFault: Fault | null;

beforeEach(() => {
  view = new ViewModel(() => {});
  store = new FakeStore();
  done = [];
  eraseFault = null;
  desk = new ProtectionDesk({
    view,
    onUnlocked: () => Promise.resolve(void done.push('unlocked')),
    erase: () => {
      done.push('erased');
      return eraseFault === null ? Promise.resolve() : Promise.reject(eraseFault);
    },
    reload: () => void done.push('reloaded'),
  });
});

const about = (): ProtectionDialog | null => (view.state.dialog?.kind === 'protection' ? view.state.dialog.about : null);

async function openLocked(): Promise<void> {
  store.vault.passphrase = 'the right one';
  store.vault.isLocked = true;
  await desk.open(store);
}

describe('opening', () => {
  it('goes straight on where the key is on the device', async () => {
    await desk.open(store);
    expect(done).toEqual(['unlocked']);
    expect(view.state.protection).toEqual({ kind: 'device', isBusy: false });
  });

  it('waits for the passphrase, and says when it was another', async () => {
    await openLocked();
    expect(done).toEqual([]);
    expect(view.state.gallery).toEqual({ kind: 'locked', isWrong: false, isBusy: false });
    await desk.handle({ kind: 'unlock', passphrase: 'a wrong one' });
    expect(view.state.gallery).toEqual({ kind: 'locked', isWrong: true, isBusy: false });
    await desk.handle({ kind: 'unlock', passphrase: 'the right one' });
    expect(view.state.gallery).toEqual({ kind: 'opening' });
    expect(done).toEqual(['unlocked']);
    await desk.handle({ kind: 'unlock', passphrase: 'the right one' });
    expect(done).toEqual(['unlocked']);
  });

  it('tries one passphrase at a time', async () => {
    await openLocked();
    const first = desk.handle({ kind: 'unlock', passphrase: 'the right one' });
    expect(view.state.gallery).toMatchObject({ isBusy: true });
    await desk.handle({ kind: 'unlock', passphrase: 'a wrong one' });
    await first;
    expect(done).toEqual(['unlocked']);
  });

  it('changes nothing while it is locked', async () => {
    await openLocked();
    await desk.handle({ kind: 'protect', passphrase: null });
    await desk.handle({ kind: 'new-passphrase', passphrase: 'x' });
    expect(store.writes).toEqual([]);
  });

  it('locks by starting the page again', async () => {
    await desk.handle({ kind: 'lock' });
    expect(done).toEqual(['reloaded']);
  });
});

describe('changing', () => {
  it('to a passphrase and back', async () => {
    await desk.open(store);
    await desk.handle({ kind: 'open-dialog', about: { kind: 'set-passphrase' } });
    expect(about()).toEqual({ kind: 'set-passphrase' });
    const changing = desk.handle({ kind: 'protect', passphrase: 'the right one' });
    expect(view.state.protection.isBusy).toBe(true);
    await changing;
    expect(view.state).toMatchObject({ dialog: null, protection: { kind: 'passphrase', isBusy: false }, notice: { name: 'Passphrase' } });
    await desk.handle({ kind: 'protect', passphrase: null });
    expect(view.state).toMatchObject({ protection: { kind: 'device' }, notice: { name: 'Key on this device' } });
  });

  it('of the passphrase needs the one there is', async () => {
    await desk.open(store);
    await desk.handle({ kind: 'protect', passphrase: 'the right one' });
    await desk.handle({ kind: 'current-passphrase', passphrase: 'a wrong one' });
    expect(about()).toEqual({ kind: 'new-passphrase' });
    await desk.handle({ kind: 'new-passphrase', passphrase: 'another one' });
    expect(about()).toEqual({ kind: 'current-passphrase', isWrong: true });
    expect(store.vault.passphrase).toBe('the right one');
    await desk.handle({ kind: 'current-passphrase', passphrase: 'the right one' });
    await desk.handle({ kind: 'new-passphrase', passphrase: 'another one' });
    expect(store.vault.passphrase).toBe('another one');
    expect(view.state.notice).toEqual({ label: 'Protection', name: 'The passphrase was changed' });
  });

  it('says why it failed, and what holds still', async () => {
    await desk.open(store);
    store.fail(new Fault('store-full', ''));
    await desk.handle({ kind: 'protect', passphrase: 'the right one' });
    expect(view.state).toMatchObject({ storeFault: { code: 'store-full' }, protection: { kind: 'device', isBusy: false }, notice: null });
  });
});

describe('erasing', () => {
  it('starts the page again, also where nothing could be opened', async () => {
    await desk.handle({ kind: 'erase' });
    expect(done).toEqual(['erased', 'reloaded']);
  });

  it('says why it failed', async () => {
    eraseFault = new Fault('store-failed', '');
    await desk.handle({ kind: 'erase' });
    expect(done).toEqual(['erased']);
    expect(view.state.storeFault).toMatchObject({ code: 'store-failed' });
  });
});
