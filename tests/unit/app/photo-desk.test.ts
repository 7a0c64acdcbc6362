/** What becomes of photographs, told by a worker and a browser made by hand. */
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { EnrolmentDesk } from '../../../src/app/enrolment-desk';
import { Matcher } from '../../../src/app/matcher';
import { PhotoDesk } from '../../../src/app/photo-desk';
import { Fault } from '../../../src/core/fault';
import type { Box } from '../../../src/core/geometry';
import type { SessionEvent } from '../../../src/decision/session-events';
import type { FrameOutcome, FrameWishes } from '../../../src/inference/protocol';
import { QUALITY } from '../../support/made-up-quality';
import { findHere } from './find-here';
import { AGREED, faceAt, ORIGIN, PeopleWorld, person, sample } from './made-up-people';

const FRAME = { width: 100, height: 80 };
const LEFT: Box<'frame'> = { x: 0, y: 0, width: 20, height: 20 };
const RIGHT: Box<'frame'> = { x: 60, y: 20, width: 40, height: 40 };
const POINT = { x: 0, y: 0 };

/** What a face at so many degrees gives. */
function embedded(degrees: number, boxes = [LEFT], quality = QUALITY): FrameOutcome {
  return {
    kind: 'embedded',
    faces: { frame: FRAME, boxes, judged: 0 },
    quality,
    box: LEFT,
    points: [POINT, POINT, POINT, POINT, POINT],
    crop: Uint8Array.of(degrees),
    embedding: faceAt(degrees),
    embeddingLength: 9,
    origin: ORIGIN,
  };
}

const NO_FACE: FrameOutcome = { kind: 'no-face', faces: { frame: FRAME, boxes: [], judged: -1 } };

let world: PeopleWorld;
let desk: PhotoDesk;
let events: SessionEvent[];
let outcomes: (FrameOutcome | Fault)[];
let asked: FrameWishes[];
/** Pictures that were made and not closed or handed over. */
let open: number;

beforeEach(async () => {
  world = await PeopleWorld.open([person('Ben', [sample('b1', { embedding: faceAt(90) })])]);
  world.view.patch({ destination: 'enrol', engine: { kind: 'ready' }, gallery: { kind: 'ready' }, rights: AGREED });
  events = [];
  outcomes = [];
  asked = [];
  open = 0;
  const picture = (): ImageBitmap => {
    open += 1;
    return { close: () => (open -= 1) } as unknown as ImageBitmap;
  };
  desk = new PhotoDesk({
    view: world.view,
    people: world.people,
    newcomers: new EnrolmentDesk(world.view, world.people, new Matcher(findHere), () => {}),
    pictures: { read: (file) => Promise.resolve(file.type === 'text/plain' ? null : picture()), copy: () => Promise.resolve(picture()) },
    analyse: (frame, _task, _detector, wishes) => {
      frame.close();
      if (wishes !== undefined) asked.push(wishes);
      const outcome = outcomes.shift() ?? NO_FACE;
      return outcome instanceof Fault ? Promise.reject(outcome) : Promise.resolve({ outcome, timings: {}, brightness: 99 });
    },
    engineReady: () => Promise.resolve(),
    dispatch: (event) => events.push(event),
  });
});

const file = (name: string, type = 'image/jpeg'): File => new File([], name, { type });
const done = (): Promise<void> => vi.waitFor(() => expect(world.view.state.photos?.current).toBeNull());
const named = (name: string) => world.store.people.find((kept) => kept.name === name);

async function enrol(name: string, ...files: File[]): Promise<void> {
  world.view.patch({ typedName: name });
  desk.add(files);
  await done();
}

describe('photographs of a new person', () => {
  it('enrol them with the first good one, and add the others', async () => {
    outcomes = [NO_FACE, embedded(0), embedded(40)];
    await enrol(' Ada ', file('a'), file('b'), file('c'));
    expect(named('Ada')!.samples).toMatchObject([
      { learntBy: 'photograph', embedding: faceAt(0), ...ORIGIN },
      { learntBy: 'photograph', embedding: faceAt(40) },
    ]);
    expect(world.view.state).toMatchObject({ typedName: '', photos: { total: 3, done: 3, taken: 2, refused: [{ file: 'a', problem: 'no-face' }] } });
    expect(events.map(({ kind }) => kind)).toEqual(['photograph-added', 'photograph-added']);
    expect(open).toBe(0);
  });

  it('ask whether two people are one, but not once another network runs', async () => {
    world.view.patch({ threshold: 0.5, modelId: ORIGIN.model });
    outcomes = [embedded(80)];
    await enrol('Ada', file('a'));
    await vi.waitFor(() => expect(world.view.state.resemblance).toMatchObject({ name: 'Ben' }));

    world.view.patch({ resemblance: null });
    world.store.isHeld = true;
    outcomes = [embedded(85)];
    world.view.patch({ typedName: 'Adda', rights: AGREED });
    desk.add([file('b')]);
    await vi.waitFor(() => expect(world.store.writes).toHaveLength(2));
    world.view.patch({ modelId: 'mobilefacenet-128' });
    world.store.release();
    await done();
    expect(named('Adda')).toBeDefined();
    expect(world.view.state.resemblance).toBeNull();
  });

  it('are each refused for their own reason', async () => {
    outcomes = [
      embedded(0),
      embedded(1),
      embedded(90),
      embedded(40, [LEFT], { ...QUALITY, facePx: 10 }),
      { kind: 'implausible', faces: { frame: FRAME, boxes: [LEFT], judged: 0 } },
      new Fault('worker-hung', ''),
    ];
    await enrol('Ada', file('good'), file('alike'), file('other'), file('small'), file('odd'), file('hung'), file('text', 'text/plain'));
    const refused = world.view.state.photos!.refused.map(({ file: name, problem }) => [name, problem]);
    expect(refused).toEqual([
      ['alike', 'too-alike'],
      ['other', 'not-the-same'],
      ['small', 'too-small'],
      ['odd', 'unreadable-face'],
      ['hung', 'not-analysed'],
      ['text', 'not-a-picture'],
    ]);
    expect(named('Ada')!.samples).toHaveLength(1);
    expect(open).toBe(0);
  });

  it('enrol nobody when none is good', async () => {
    await enrol('Ada', file('a'));
    expect(named('Ada')).toBeUndefined();
    expect(world.view.state).toMatchObject({ typedName: 'Ada', photos: { taken: 0, personId: null } });
  });

  it('need a name that can be used', () => {
    for (const [typedName, nameProblem] of [['', 'empty'], ['x'.repeat(65), 'too-long']] as const) {
      world.view.patch({ typedName, nameProblem: null });
      desk.add([file('a')]);
      expect(world.view.state).toMatchObject({ nameProblem, photos: null });
    }
  });

  it('ask whether somebody else is the same, once all are done', async () => {
    world.view.patch({ threshold: 0.5 });
    outcomes = [embedded(80), embedded(50)];
    await enrol('Ada', file('a'), file('b'));
    expect(world.view.state.resemblance).toMatchObject({ name: 'Ben' });
  });

  it('stop where nothing can be written', async () => {
    world.store.fail(new Fault('store-full', ''));
    outcomes = [embedded(0), embedded(40)];
    await enrol('Ada', file('a'), file('b'));
    expect(world.view.state).toMatchObject({ storeFault: { code: 'store-full' }, photos: { done: 1, refused: [{ problem: 'not-saved' }] } });
  });
});

describe('photographs of somebody enrolled', () => {
  it('ask before they replace', async () => {
    outcomes = [embedded(0)];
    world.view.patch({ typedName: 'BEN' });
    desk.add([file('a')]);
    expect(world.view.state.dialog).toEqual({ kind: 'overwrite-by-photographs', name: 'Ben' });
    desk.confirmOverwrite();
    await done();
    expect(world.store.people).toMatchObject([{ id: 'ben', name: 'BEN', samples: [{ embedding: faceAt(0) }] }]);
  });

  it('add to the enrolment under way', async () => {
    const enrolment = { personId: 'ben', name: 'Ben', samples: [], wanted: 5, baseline: QUALITY };
    const phase = { kind: 'enrolled', enrolment, taking: 'nothing', problem: null, waitUntilMs: 0 } as const;
    world.view.patch({ session: { ...world.view.state.session, phase } });
    outcomes = [embedded(50)];
    await enrol('', file('a'));
    expect(named('Ben')!.samples.map(({ id }) => id)[0]).toBe('b1');
    expect(named('Ben')!.samples).toHaveLength(2);
    expect(events).toMatchObject([{ kind: 'photograph-added', personId: 'ben', sample: { pose: 'any', crop: Uint8Array.of(50) } }]);
    expect(world.view.state.resemblance).toBeNull();
  });

  it('add to whom they were asked for without a camera, and to whom the last ones were of', async () => {
    desk.resume('ben');
    expect(world.view.state.photos).toMatchObject({ name: 'Ben', total: 0 });
    for (const degrees of [50, 130]) {
      outcomes = [embedded(degrees)];
      await enrol('', file('a'));
    }
    expect(named('Ben')!.samples).toHaveLength(3);
  });
});

describe('several faces', () => {
  it('are shown from left to right, and the chosen one is looked at again', async () => {
    outcomes = [embedded(90, [RIGHT, LEFT]), embedded(0, [RIGHT, LEFT])];
    world.view.patch({ typedName: 'Ada' });
    desk.add([file('a.jpg')]);
    await vi.waitFor(() => expect(world.view.state.dialog).toMatchObject({ kind: 'choose-face', choice: { file: 'a.jpg', boxes: [LEFT, RIGHT] } }));
    expect(open).toBe(1);
    desk.choose(1);
    await done();
    expect(asked).toEqual([{ at: null }, { at: { x: 80, y: 40 } }]);
    expect(named('Ada')!.samples).toMatchObject([{ embedding: faceAt(0) }]);
    expect(world.view.state.dialog).toBeNull();
    expect(open).toBe(0);
  });

  it('are refused when nobody is chosen, and left when the work is stopped', async () => {
    outcomes = [embedded(0, [LEFT, RIGHT]), embedded(0, [LEFT, RIGHT])];
    world.view.patch({ typedName: 'Ada' });
    desk.add([file('a'), file('b'), file('c')]);
    const question = { kind: 'choose-face', choice: { file: 'a' } };
    await vi.waitFor(() => expect(world.view.state.dialog).toMatchObject(question));
    desk.choose(null);
    await vi.waitFor(() => expect(world.view.state.dialog).toMatchObject({ ...question, choice: { file: 'b' } }));
    expect(desk.stop()).toBe(true);
    await done();
    expect(world.view.state).toMatchObject({ dialog: null, photos: { total: 3, done: 1, refused: [{ file: 'a', problem: 'nobody-chosen' }] } });
    expect(desk.stop()).toBe(false);
    expect(open).toBe(0);
  });
});

describe('leaving', () => {
  it('forgets what there was to say, and keeps what was saved', async () => {
    outcomes = [embedded(0), embedded(40, [LEFT, RIGHT])];
    world.view.patch({ typedName: 'Ada' });
    desk.add([file('a'), file('b')]);
    await vi.waitFor(() => expect(world.view.state.dialog).not.toBeNull());
    desk.leave();
    await vi.waitFor(() => expect(open).toBe(0));
    expect(world.view.state).toMatchObject({ photos: null, dialog: null });
    expect(named('Ada')!.samples).toHaveLength(1);
  });
});
