/** Python reads what Lintel writes, with nothing to go by but docs/format.md. Skipped where its packages are not installed. */
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { BackupLog } from '../../../src/backup/content';
import { HEADER_BYTES, SEALED_FRAME_BYTES } from '../../../src/backup/format';
import type { Sample } from '../../../src/decision/gallery';
import { PASSPHRASE_COST } from '../../../src/sealing/argon2';
import { findReaderPython } from '../../run/python';
import { temporaryFolder } from '../../support/temporary-folder';
import { eventsOf } from '../sealing/made-up-log';
import { backupOf, bytesOf, CONTENT, crowd, PASSPHRASE } from './made-up-backup';

const PYTHON = findReaderPython();
const READER = join(import.meta.dirname, 'read-backup.py');
const PEOPLE = [...CONTENT.people, ...crowd(150)];


const read = (path: string, passphrase = PASSPHRASE) => spawnSync(PYTHON!, [READER, path], { input: passphrase, encoding: 'utf8', maxBuffer: 1e9 });

/** A backup on the disk, cut after so many bytes. */
async function fileOf(bytes = Infinity, log?: BackupLog): Promise<string> {
  const path = join(temporaryFolder(), 'a.lintelbackup');
  writeFileSync(path, (await bytesOf(await backupOf({ ...CONTENT, people: PEOPLE, ...(log === undefined ? {} : { log }) }, PASSPHRASE_COST))).subarray(0, bytes));
  return path;
}

describe.skipIf(PYTHON === null)('another program', () => {
  it('reads people, templates and settings to the last bit', async () => {
    const { stdout, stderr } = read(await fileOf());
    expect(stderr).toBe('');
    const described = (role: string) => (sample: Sample) => ({ ...sample, role, dimensions: sample.embedding.length, embedding: [...sample.embedding] });
    const peopleRead = PEOPLE.map(({ samples, denials, ...person }) => ({
      kind: 'person',
      ...person,
      templates: [...samples.map(described('sample')), ...denials.map(described('denial'))],
    }));
    expect(JSON.parse(stdout)).toEqual([
      { kind: 'backup', madeAtMs: CONTENT.madeAtMs },
      { kind: 'settings', settings: CONTENT.settings },
      ...peopleRead,
      { kind: 'end', people: PEOPLE.length },
    ]);
  });

  it('reads the log, where there is one', async () => {
    const log = { events: eventsOf(700), names: [{ id: 'gone', name: 'Zoe' }] };
    const { stdout, stderr } = read(await fileOf(Infinity, log));
    expect(stderr).toBe('');
    expect((JSON.parse(stdout) as unknown[]).slice(PEOPLE.length + 2)).toEqual([
      { kind: 'log-names', names: log.names },
      { kind: 'log', events: log.events.slice(0, 500) },
      { kind: 'log', events: log.events.slice(500) },
      { kind: 'end', people: PEOPLE.length },
    ]);
  });

  it('reads nothing with another passphrase, or of a file that was cut', async () => {
    expect(read(await fileOf(), 'a warm stone over a floor').stderr).toContain('InvalidTag');
    expect(read(await fileOf(HEADER_BYTES + SEALED_FRAME_BYTES)).stderr).toContain('InvalidTag');
  });
});
