/** What a person is handed of what is kept of them. */
import { expect, it } from 'vitest';
import type { LogEntry } from '../../../src/decision/log-entry';
import { personExport } from '../../../src/decision/person-export';
import { ADA, BEN } from '../backup/made-up-backup';

const ENTRY: LogEntry = { seq: 3, kind: 'act', act: 'enrolled', atMs: 1_700_000_000_000, personId: 'a', facts: {} };

const read = (text: string) => JSON.parse(text) as Record<string, unknown> & { samples: { embedding: number[] }[] };

it('everything of a person is in their export, to the last bit', () => {
  const written = read(personExport(ADA, [ENTRY], 1_750_000_000_000));
  expect(written).toMatchObject({
    kind: 'lintel-person',
    version: 1,
    exportedAt: '2025-06-15T15:06:40.000Z',
    id: 'a',
    name: 'Ada',
    enrolledAt: '2023-11-14T22:13:20.000Z',
    consent: { givenAt: '2023-11-14T22:13:20.002Z', textVersion: 1, enteredBy: 'Grace', guardian: 'Emmy' },
    expiresAt: '2027-01-15T08:00:00.000Z',
    lastSeenAt: '2025-02-19T21:20:00.000Z',
    samples: [{ id: 'a1', learntBy: 'enrolment', model: 'mobilefacenet-128', pipeline: 'test' }, { id: 'a-2' }],
    denials: [{ id: 'not-ada' }],
    log: [{ at: '2023-11-14T22:13:20.000Z', seq: 3, kind: 'act', act: 'enrolled', personId: 'a' }],
  });
  expect(written.samples.map(({ embedding }) => Float32Array.from(embedding))).toEqual(ADA.samples.map(({ embedding }) => embedding));
});

it('what there is not is null', () => {
  expect(read(personExport(BEN, [], 0))).toMatchObject({ consent: null, expiresAt: null, lastSeenAt: null, denials: [], log: [] });
});
