/** One camera, however many want it. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { CameraDesk } from '../../../src/app/camera-desk';
import { ViewModel } from '../../../src/app/view-model';
import { openCamera, type OpenCamera } from '../../../src/camera/camera';
import { openFrameSource } from '../../../src/camera/frame-source';
import { Fault } from '../../../src/core/fault';

vi.mock('../../../src/camera/camera', () => ({ openCamera: vi.fn(), listCameras: () => Promise.resolve([]), onCamerasChanged: () => {} }));
vi.mock('../../../src/camera/frame-source', () => ({ openFrameSource: vi.fn() }));

const CAMERA = { stream: {}, track: {}, label: 'Camera', width: 640, height: 480 } as OpenCamera;

let answers: { give: (camera: OpenCamera) => void; refuse: (fault: Fault) => void }[];
let opened: number;
let view: ViewModel;
let desk: CameraDesk;

beforeEach(() => {
  vi.useFakeTimers();
  answers = [];
  opened = 0;
  vi.mocked(openCamera).mockImplementation(() => new Promise((give, refuse) => answers.push({ give, refuse })));
  const source = { next: () => Promise.reject(new Error('no frames here')), counters: () => ({ delivered: 0, analysed: 0, skipped: 0, liveMs: 1 }), close: () => {} };
  vi.mocked(openFrameSource).mockReturnValue(source);
  view = new ViewModel(() => {});
  desk = new CameraDesk(view, { onOpened: () => (opened += 1), onClosed: () => {} });
});

afterEach(() => {
  vi.useRealTimers();
});

describe('ready', () => {
  it('waits for a camera that is being opened, rather than open it again', async () => {
    const opening = desk.open();
    const waiting = desk.ready();
    expect(answers).toHaveLength(1);
    answers[0]!.give(CAMERA);
    await Promise.all([opening, waiting]);
    expect(opened).toBe(1);
    expect(desk.isLive).toBe(true);
  });

  it('opens a camera that is off, also after it was on or failed to open', async () => {
    for (const end of [() => desk.close(), () => answers.at(-1)!.refuse(new Fault('camera-denied', ''))]) {
      const count = answers.length;
      const waiting = desk.ready();
      expect(answers).toHaveLength(count + 1);
      if (count === 0) answers.at(-1)!.give(CAMERA);
      else end();
      await waiting;
      end();
    }
    expect(view.state.camera.kind).toBe('faulted');
    void desk.ready();
    expect(answers).toHaveLength(3);
  });

  it('asks nobody where the camera is on', async () => {
    void desk.open();
    answers[0]!.give(CAMERA);
    await vi.advanceTimersByTimeAsync(0);
    await desk.ready();
    expect(answers).toHaveLength(1);
  });

  it('does not wait for an opening that was given up', () => {
    void desk.open();
    desk.close();
    void desk.ready();
    expect(answers).toHaveLength(2);
  });
});
