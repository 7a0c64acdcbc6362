/** A camera that is given back at any moment, one that is gone, and one that falls silent. */
import { expect, test } from '../support/browser-module';

declare const lintel: typeof import('../../src/camera/camera');

test('a camera that arrives after it was given up is stopped', async ({ openModule }) => {
  const page = await openModule('camera/camera.ts');
  const { outcome, states } = await page.evaluate(async () => {
    const tracks: MediaStreamTrack[] = [];
    const devices = navigator.mediaDevices;
    const real = devices.getUserMedia.bind(devices);
    devices.getUserMedia = async (constraints) => {
      const stream = await real(constraints);
      tracks.push(...stream.getTracks());
      return stream;
    };
    const open = (signal: AbortSignal) =>
      lintel.openCamera({ width: 640, height: 480, frameRate: 15, cameraId: null, signal, onEnded: () => {} });
    const early = new AbortController();
    const late = new AbortController();
    const opening = open(early.signal).then(
      () => 'opened',
      (error: unknown) => (error as Error).message.split(':')[0],
    );
    early.abort();
    await open(late.signal);
    const outcome = await opening;
    const before = tracks.map(({ readyState }) => readyState);
    late.abort();
    return { outcome, states: { before: before.sort(), after: tracks.map(({ readyState }) => readyState) } };
  });
  expect(outcome).toBe('camera-lost');
  expect(states).toEqual({ before: ['ended', 'live'], after: ['ended', 'ended'] });
});

test('a chosen camera that is gone is replaced by another', async ({ openModule }) => {
  const page = await openModule('camera/camera.ts');
  const opened = await page.evaluate(async () => {
    const { track, width, height } = await lintel.openCamera({
      width: 320,
      height: 240,
      frameRate: 15,
      cameraId: 'a camera that was sold',
      signal: new AbortController().signal,
      onEnded: () => {},
    });
    return { state: track.readyState, width, height, cameras: (await lintel.listCameras()).length };
  });
  expect(opened).toMatchObject({ state: 'live', width: 320, height: 240 });
  expect(opened.cameras).toBeGreaterThan(0);
});

test('a camera that is silent for three seconds is lost, one that speaks again is not', async ({ openModule }) => {
  const page = await openModule('camera/camera.ts');
  // Time stands still but for what this test lets pass.
  await page.clock.install({ time: 0 });
  await page.clock.pauseAt(60_000);
  await page.evaluate(async () => {
    const devices = navigator.mediaDevices;
    const real = devices.getUserMedia.bind(devices);
    const lost: string[] = [];
    const open = async (name: string, isMuted: boolean): Promise<MediaStreamTrack> => {
      devices.getUserMedia = async (constraints) => {
        const stream = await real(constraints);
        Object.defineProperty(stream.getVideoTracks()[0]!, 'muted', { value: isMuted });
        return stream;
      };
      const signal = new AbortController().signal;
      const onEnded = (): void => void lost.push(name);
      return (await lintel.openCamera({ width: 320, height: 240, frameRate: 15, cameraId: null, signal, onEnded })).track;
    };
    const brief = await open('brief', false);
    const lasting = await open('lasting', false);
    await open('from the start', true);
    for (const track of [brief, lasting]) track.dispatchEvent(new Event('mute'));
    Object.assign(window, { lost, brief });
  });
  const lost = () => page.evaluate(() => (window as unknown as { lost: string[] }).lost.toSorted());
  await page.clock.runFor(2900);
  expect(await lost()).toEqual([]);
  await page.evaluate(() => (window as unknown as { brief: MediaStreamTrack }).brief.dispatchEvent(new Event('unmute')));
  await page.clock.runFor(200);
  expect(await lost()).toEqual(['from the start', 'lasting']);
});
