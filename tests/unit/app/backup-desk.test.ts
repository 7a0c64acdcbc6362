/** Writing, trying and restoring backups. */
import { beforeEach, describe, expect, it } from 'vitest';
import { readBackup } from '../../../src/backup/read-backup';
import { BackupDesk } from '../../../src/app/backup-desk';
import type { NewFile } from '../../../src/app/save-file';
import { SettingsDesk } from '../../../src/app/settings-desk';
import { Fault } from '../../../src/core/fault';
import type { BackupWork } from '../../../src/ui/backup-view';
import { ADA, BEN, CHEAP, PASSPHRASE, sampleOf } from '../backup/made-up-backup';
import { attemptAt } from '../sealing/made-up-log';
import { PeopleWorld } from './made-up-people';

/** A file in memory, as a person would have chosen its place. */
class MemoryFile implements NewFile {
  readonly name = 'chosen.lintelbackup';
  readonly parts: Uint8Array<ArrayBuffer>[] = [];
  fate: 'open' | 'closed' | 'abandoned' | 'handed over' = 'open';
  /** What closing gives, where it is not what was written. */
  damage: ((whole: Uint8Array<ArrayBuffer>) => Uint8Array<ArrayBuffer>) | null = null;
  isFull = false;

  write(bytes: Uint8Array<ArrayBuffer>): Promise<void> {
    if (this.isFull) return Promise.reject(new DOMException('', 'QuotaExceededError'));
    this.parts.push(bytes.slice());
    return Promise.resolve();
  }

  async close(): Promise<Blob> {
    this.fate = 'closed';
    const whole = new Blob(this.parts);
    return this.damage === null ? whole : new Blob([this.damage(new Uint8Array(await whole.arrayBuffer()))]);
  }

  abandon(): Promise<void> {
    this.fate = 'abandoned';
    return Promise.resolve();
  }

  handOver(): void {
    this.fate = 'handed over';
  }

  get file(): File {
    return new File(this.parts, this.name);
  }
}

let world: PeopleWorld;
let desk: BackupDesk;
let file: MemoryFile | null;
let suggested: string[];

const work = (): BackupWork | null => world.view.state.backup.work;

async function begin(people = [ADA, BEN]): Promise<void> {
  world = await PeopleWorld.open(people);
  const settings = new SettingsDesk(world.view);
  await settings.open(world.store);
  suggested = [];
  desk = new BackupDesk({
    view: world.view,
    people: world.people,
    settings,
    newFile: (name) => {
      suggested.push(name);
      return Promise.resolve(file);
    },
    cost: CHEAP,
  });
  await desk.open(world.store);
}

/** A backup of Ada and Ben. */
async function written(): Promise<File> {
  await desk.handle({ kind: 'write-with', passphrase: PASSPHRASE });
  return file!.file;
}

/** Opens a file, up to the preview or to what the drill says. */
async function opened(chosen: File, purpose: 'restore' | 'drill', passphrase = PASSPHRASE): Promise<void> {
  await desk.handle({ kind: 'choose', purpose, file: chosen });
  await desk.handle({ kind: 'open-with', passphrase });
}

beforeEach(async () => {
  file = new MemoryFile();
  await begin();
});

describe('writing', () => {
  it('asks for a passphrase, writes, opens again, and remembers', async () => {
    await desk.handle({ kind: 'write' });
    expect(world.view.state.dialog).toEqual({ kind: 'backup', about: { kind: 'write', people: 2, withLog: false } });
    await written();
    expect(suggested[0]).toMatch(/^lintel-\d{4}-\d\d-\d\d\.lintelbackup$/);
    expect(world.view.state).toMatchObject({ dialog: null, backup: { work: { kind: 'written', file: 'chosen.lintelbackup', people: 2 } } });
    expect(file!.fate).toBe('handed over');
    expect(world.store.backupMark).toMatchObject({ people: 2 });
    await desk.handle({ kind: 'dismiss' });
    expect(work()).toBeNull();
  });

  it('does nothing when no place is chosen', async () => {
    file = null;
    await desk.handle({ kind: 'write-with', passphrase: PASSPHRASE });
    expect(work()).toBeNull();
    expect(world.store.writes).toEqual([]);
  });

  it('is no backup when there is no room', async () => {
    file!.isFull = true;
    await written();
    expect(work()).toEqual({ kind: 'not-written' });
    expect(file!.fate).toBe('abandoned');
    expect(world.store.backupMark).toBeNull();
  });

  it('is no backup when what was written does not open', async () => {
    file!.damage = (whole) => whole.subarray(0, -1);
    await written();
    expect(work()).toEqual({ kind: 'not-written' });
    expect(world.store.backupMark).toBeNull();
  });

  it('says so when it cannot be remembered', async () => {
    world.store.fail(new Fault('store-full', ''));
    await written();
    expect(world.view.state).toMatchObject({ storeFault: { code: 'store-full' }, backup: { last: null, work: { kind: 'written' } } });
  });
});

describe('trying', () => {
  it('proves that a backup opens, and touches nothing', async () => {
    await opened(await written(), 'drill');
    expect(work()).toMatchObject({ kind: 'proved', file: 'chosen.lintelbackup', people: 2, refused: 0 });
    expect(world.store.writes).toEqual(['saveBackupMark']);
  });

  it('asks again after a slip, and then opens', async () => {
    await opened(await written(), 'drill', 'a warm stone over a floor');
    expect(world.view.state.dialog).toMatchObject({ kind: 'backup', about: { kind: 'open', isAgain: true } });
    await desk.handle({ kind: 'open-with', passphrase: PASSPHRASE });
    expect(work()).toMatchObject({ kind: 'proved' });
  });

  it.each([
    ['something else', (bytes: File) => new File(['x', bytes], 'b'), 'no-backup'],
    ['a cut file', (bytes: File) => new File([bytes.slice(0, 32)], 'b'), 'damaged'],
  ])('refuses %s', async (_, change, problem) => {
    await opened(change(await written()), 'drill');
    expect(work()).toEqual({ kind: 'refused', file: 'b', problem });
    expect(world.view.state.dialog).toBeNull();
  });

  it('waits for a file', async () => {
    await desk.handle({ kind: 'open-with', passphrase: PASSPHRASE });
    expect(work()).toBeNull();
  });
});

describe('restoring', () => {
  const HERE = [{ ...ADA, samples: [sampleOf('newer')], denials: [] }, { ...BEN, id: 'c', name: 'Cleo', samples: [sampleOf('c1')] }];

  /** On a device that has changed since the backup was made. */
  async function preview(): Promise<void> {
    world.view.patch({ settings: { ...world.view.state.settings, countdownSeconds: 7, cameraId: 'of the other device' } });
    const chosen = await written();
    await begin(HERE);
    await opened(chosen, 'restore');
  }

  it('shows what it would do before anything is written', async () => {
    await preview();
    expect(world.view.state.dialog).toMatchObject({
      about: { kind: 'restore', plan: { added: [{ name: BEN.name }], extended: [{ gained: 3 }], unchanged: 0, absent: [{ name: 'Cleo' }] } },
    });
    expect(world.store.writes).toEqual([]);
  });

  it('merges: adds who is missing, completes who is not, keeps settings', async () => {
    await preview();
    await desk.handle({ kind: 'restore', replacesAll: false });
    expect(world.store.writes).toEqual(['restore']);
    expect(world.names.sort()).toEqual(['Ada', 'Cleo', BEN.name].sort());
    expect(world.store.templatesOf('a')).toEqual({ samples: ['newer', 'a1', 'a-2'], denials: ['not-ada'] });
    expect(world.view.state).toMatchObject({ dialog: null, backup: { work: null }, settings: { countdownSeconds: 3 }, notice: { label: 'Restored', name: '2 people' } });
  });

  it('replaces everybody and the settings, but not this device’s camera', async () => {
    await preview();
    await desk.handle({ kind: 'restore', replacesAll: true });
    expect(world.store.people).toEqual([ADA, BEN]);
    expect(world.view.state.settings).toMatchObject({ countdownSeconds: 7, cameraId: null });
  });

  it('changes nothing when the store fails', async () => {
    await preview();
    world.store.fail(new Fault('store-full', ''));
    await desk.handle({ kind: 'restore', replacesAll: true });
    expect(world.store.people).toEqual(HERE);
    expect(world.view.state).toMatchObject({ storeFault: { code: 'store-full' }, notice: null, backup: { work: null } });
  });

  it('does nothing without a preview', async () => {
    await desk.handle({ kind: 'restore', replacesAll: true });
    expect(world.store.writes).toEqual([]);
  });
});

describe('the reminder', () => {
  it('is there when people have waited for a first backup, and goes with it', async () => {
    desk.follow();
    expect(world.view.state.backup.reminder).toBe('never');
    await written();
    expect(world.view.state.backup.reminder).toBeNull();
  });
});

describe('the log in a backup', () => {
  const attempt = attemptAt(1, { personId: 'a' });

  async function writtenWithLog(withLog: boolean): Promise<File> {
    world.store.log.events = [attempt];
    world.store.log.names.set('gone', 'Zoe');
    await desk.handle({ kind: 'write', withLog });
    return written();
  }

  it('is there only if it was asked for', async () => {
    expect((await readBackup(await writtenWithLog(false), PASSPHRASE, () => {}, CHEAP)).log).toBeUndefined();
    file = new MemoryFile();
    expect((await readBackup(await writtenWithLog(true), PASSPHRASE, () => {}, CHEAP)).log).toEqual({ events: [attempt], names: [{ id: 'gone', name: 'Zoe' }] });
  });

  it('comes back where the log here says nothing of anybody', async () => {
    const backup = await writtenWithLog(true);
    await begin([]);
    await opened(backup, 'restore');
    expect(world.view.state.dialog).toMatchObject({ about: { kind: 'restore', log: { entries: 1, isTaken: true } } });
    await desk.handle({ kind: 'restore', replacesAll: false });
    expect(world.store.log.events).toEqual([attempt]);
    expect([...world.store.log.names]).toEqual([['gone', 'Zoe']]);
  });

  it('is refused where there is one, and that is said before', async () => {
    const backup = await writtenWithLog(true);
    await begin([]);
    const other = attemptAt(5, { personId: 'b' });
    world.store.log.events = [other];
    await opened(backup, 'restore');
    expect(world.view.state.dialog).toMatchObject({ about: { kind: 'restore', log: { entries: 1, isTaken: false } } });
    await desk.handle({ kind: 'restore', replacesAll: true });
    expect(world.store.log.events).toEqual([other]);
  });

  it('that cannot be brought in is said; people are restored', async () => {
    const backup = await writtenWithLog(true);
    await begin([]);
    world.store.log.bringIn = () => Promise.reject(new Fault('store-full', 'as a test wants it'));
    await opened(backup, 'restore');
    await desk.handle({ kind: 'restore', replacesAll: false });
    expect(world.view.state.storeFault).toMatchObject({ code: 'store-full' });
    expect(world.people.everybody).toHaveLength(2);
  });
});
