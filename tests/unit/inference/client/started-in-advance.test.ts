/** The worker that starts first is used once, and only while it lives. */
import { expect, it } from 'vitest';
import { startedInAdvance } from '../../../../src/inference/client/started-in-advance';

class MadeUpWorker {
  onerror: ((event: ErrorEvent) => unknown) | null = null;
}

function workshop(fails: (made: number) => boolean = () => false) {
  const made: MadeUpWorker[] = [];
  let tries = 0;
  const create = (): MadeUpWorker => {
    tries += 1;
    if (fails(tries)) throw new Error('no memory');
    const worker = new MadeUpWorker();
    made.push(worker);
    return worker;
  };
  return { made, create };
}

it('hands out the worker that was made at once, and new ones after it', () => {
  const { made, create } = workshop();
  const next = startedInAdvance(create);
  expect(made).toHaveLength(1);
  expect(next()).toBe(made[0]);
  expect(next()).toBe(made[1]);
  expect(next()).toBe(made[2]);
});

it('leaves the errors of a worker to whoever took it', () => {
  const { made, create } = workshop();
  const next = startedInAdvance(create);
  expect(next().onerror).toBeNull();
  expect(made).toHaveLength(1);
});

it('makes another when the first one died before it was asked for', () => {
  const { made, create } = workshop();
  const next = startedInAdvance(create);
  made[0]!.onerror!({} as ErrorEvent);
  expect(next()).toBe(made[1]);
});

it('tries again when none could be made, and lets the second failure be heard', () => {
  const { made, create } = workshop((tries) => tries === 1);
  expect(startedInAdvance(create)()).toBe(made[0]);
  expect(startedInAdvance(workshop(() => true).create)).toThrow('no memory');
});
