/** Unlocking, changing how people are encrypted, and erasing. */
import { beforeEach, describe, expect, it } from 'vitest';
import { ProtectionDesk } from '../../../src/app/protection-desk';
import { ViewModel } from '../../../src/app/view-model';
import { Fault } from '../../../src/core/fault';
import type { ProtectionDialog } from '../../../src/ui/protection-view';
import { newPassphraseSecret, passphraseKey, type Secret, securityKeyKey } from '../../../src/sealing/wrapping';
import { CHEAP } from '../backup/made-up-backup';
import { FakeStore } from './fake-store';

let view: ViewModel;
let store: FakeStore;
let desk: ProtectionDesk;
/** What was done outside the desk, in order. */
let done: string[];
let eraseFault: Fault | null;
/** What the security key in the room answers; null when there is none. */
let answer: number | null;
/** While there is one, a touch waits for it. */
let touch: Promise<void> | null;

beforeEach(() => {
  view = new ViewModel(() => {});
  store = new FakeStore();
  done = [];
  eraseFault = null;
  answer = 7;
  touch = null;
  desk = new ProtectionDesk({
    view,
    onUnlocked: () => Promise.resolve(void done.push('unlocked')),
    erase: () => {
      done.push('erased');
      return eraseFault === null ? Promise.resolve() : Promise.reject(eraseFault);
    },
    reload: () => void done.push('reloaded'),
    securityKeys: {
      obstacle: null,
      add: async (signal) => ({ wrapping: { kind: 'security-key', credential: Uint8Array.of(1), salt: new Uint8Array(32) }, key: await touched(signal) }),
      ask: (_, signal) => touched(signal),
    },
    cost: CHEAP,
  });
});

const about = (): ProtectionDialog | null => (view.state.dialog?.kind === 'protection' ? view.state.dialog.about : null);

/** The next touches wait for the returned function. */
function laterTouch(): () => void {
  let goOn = (): void => {};
  touch = new Promise((resolve) => (goOn = resolve));
  return goOn;
}

/** As a security key answers: when it is touched, or not at all. */
async function touched(signal: AbortSignal): Promise<CryptoKey> {
  if (touch !== null) await touch;
  if (answer === null || signal.aborted) throw new Fault('security-key-silent', 'NotAllowedError');
  return securityKeyKey(new Uint8Array(32).fill(answer));
}

const byPassphrase = (passphrase: string) => ({ kind: 'passphrase', passphrase }) as const;
const BY_KEY = { kind: 'security-key' } as const;

/** Whether the passphrase opens the data key as it is kept now. */
async function opens(passphrase: string): Promise<boolean> {
  const { wrapping } = store.vault;
  return wrapping?.kind === 'passphrase' && store.vault.unlock(await passphraseKey(wrapping, passphrase));
}

async function openLocked(secret?: Secret): Promise<void> {
  await store.vault.protect(secret ?? (await newPassphraseSecret('the right one', CHEAP)));
  store.writes.length = 0;
  store.vault.isLocked = true;
  await desk.open(store);
}

describe('opening', () => {
  it('goes straight on where the key is on the device', async () => {
    await desk.open(store);
    expect(done).toEqual(['unlocked']);
    expect(view.state.protection).toEqual({ kind: 'device', busy: null, keyObstacle: null });
  });

  it('waits for the passphrase, and says when it was another', async () => {
    await openLocked();
    expect(done).toEqual([]);
    expect(view.state.gallery).toEqual({ kind: 'locked', isWrong: false, isBusy: false });
    await desk.handle({ kind: 'unlock', by: byPassphrase('a wrong one') });
    expect(view.state.gallery).toEqual({ kind: 'locked', isWrong: true, isBusy: false });
    await desk.handle({ kind: 'unlock', by: byPassphrase('the right one') });
    expect(view.state.gallery).toEqual({ kind: 'opening' });
    expect(done).toEqual(['unlocked']);
    await desk.handle({ kind: 'unlock', by: byPassphrase('the right one') });
    expect(done).toEqual(['unlocked']);
  });

  it('tries one passphrase at a time', async () => {
    await openLocked();
    const first = desk.handle({ kind: 'unlock', by: byPassphrase('the right one') });
    expect(view.state.gallery).toMatchObject({ isBusy: true });
    await desk.handle({ kind: 'unlock', by: byPassphrase('a wrong one') });
    await first;
    expect(done).toEqual(['unlocked']);
  });

  it('changes nothing while it is locked', async () => {
    await openLocked();
    await desk.handle({ kind: 'protect', by: { kind: 'device' } });
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
    await desk.handle({ kind: 'open-dialog', about: { kind: 'change', to: 'passphrase' } });
    expect(about()).toEqual({ kind: 'change', to: 'passphrase' });
    const changing = desk.handle({ kind: 'protect', by: byPassphrase('the right one') });
    expect(view.state.protection.busy).toBe('sealing');
    await changing;
    expect(view.state).toMatchObject({ dialog: null, protection: { kind: 'passphrase', busy: null }, notice: { name: 'Passphrase' } });
    await desk.handle({ kind: 'protect', by: { kind: 'device' } });
    expect(view.state).toMatchObject({ protection: { kind: 'device' }, notice: { name: 'Key on this device' } });
  });

  it('of the passphrase needs the one there is', async () => {
    await desk.open(store);
    await desk.handle({ kind: 'protect', by: byPassphrase('the right one') });
    await desk.handle({ kind: 'current-passphrase', passphrase: 'a wrong one' });
    expect(about()).toEqual({ kind: 'new-passphrase' });
    await desk.handle({ kind: 'new-passphrase', passphrase: 'another one' });
    expect(about()).toEqual({ kind: 'current-passphrase', isWrong: true });
    expect(await opens('the right one')).toBe(true);
    await desk.handle({ kind: 'current-passphrase', passphrase: 'the right one' });
    await desk.handle({ kind: 'new-passphrase', passphrase: 'another one' });
    expect(await opens('another one')).toBe(true);
    expect(view.state.notice).toEqual({ label: 'Protection', name: 'The passphrase was changed' });
  });

  it('says why it failed, and what holds still', async () => {
    await desk.open(store);
    store.fail(new Fault('store-full', ''));
    await desk.handle({ kind: 'protect', by: byPassphrase('the right one') });
    expect(view.state).toMatchObject({ storeFault: { code: 'store-full' }, protection: { kind: 'device', busy: null }, notice: null });
  });
});

describe('a security key', () => {
  it('protects once it is touched, and opens when it is touched again', async () => {
    await desk.open(store);
    const touching = laterTouch();
    const changing = desk.handle({ kind: 'protect', by: BY_KEY });
    expect(view.state.protection.busy).toBe('touching');
    touching();
    await changing;
    expect(view.state).toMatchObject({ protection: { kind: 'security-key', busy: null }, notice: { name: 'Security key' } });
    store.vault.isLocked = true;
    await desk.open(store);
    await desk.handle({ kind: 'unlock', by: BY_KEY });
    expect(done.filter((what) => what === 'unlocked')).toHaveLength(2);
  });

  it('that is another one, or none, opens nothing', async () => {
    await openLocked({ wrapping: { kind: 'security-key', credential: Uint8Array.of(1), salt: new Uint8Array(32) }, key: await securityKeyKey(new Uint8Array(32).fill(7)) });
    for (const wrong of [8, null]) {
      answer = wrong;
      await desk.handle({ kind: 'unlock', by: BY_KEY });
      expect(view.state.gallery).toEqual({ kind: 'locked', isWrong: true, isBusy: false });
    }
    // Nor does anything typed.
    await desk.handle({ kind: 'unlock', by: byPassphrase('the right one') });
    expect(done).toEqual([]);
    answer = 7;
    await desk.handle({ kind: 'unlock', by: BY_KEY });
    expect(done).toEqual(['unlocked']);
  });

  it('that does not answer changes nothing, and says so', async () => {
    await desk.open(store);
    answer = null;
    await desk.handle({ kind: 'protect', by: BY_KEY });
    expect(view.state).toMatchObject({ storeFault: { code: 'security-key-silent' }, protection: { kind: 'device', busy: null }, notice: null });
    expect(store.writes).toEqual([]);
  });

  it('is not waited for any longer when somebody says so, which is no fault', async () => {
    await desk.open(store);
    const touching = laterTouch();
    const changing = desk.handle({ kind: 'protect', by: BY_KEY });
    await desk.handle({ kind: 'stop-waiting' });
    touching();
    await changing;
    expect(view.state).toMatchObject({ storeFault: null, protection: { kind: 'device', busy: null } });
    expect(store.writes).toEqual([]);
  });

  it('is not waited for at the door either', async () => {
    await openLocked({ wrapping: { kind: 'security-key', credential: Uint8Array.of(1), salt: new Uint8Array(32) }, key: await securityKeyKey(new Uint8Array(32).fill(7)) });
    const touching = laterTouch();
    const unlocking = desk.handle({ kind: 'unlock', by: BY_KEY });
    await desk.handle({ kind: 'stop-waiting' });
    touching();
    await unlocking;
    expect(view.state.gallery).toEqual({ kind: 'locked', isWrong: false, isBusy: false });
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
