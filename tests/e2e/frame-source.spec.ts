/** Frames of a real track: each younger than its request, each closed or handed over, on both ways to them. */
import { consoleOf, expect, test } from '../support/browser-module';

declare const lintel: typeof import('../../src/camera/frame-source');

for (const way of ['track processor', 'video element'] as const) {
  test.describe(way, () => {
    test.beforeEach(async ({ context }) => {
      if (way === 'video element') await context.addInitScript(() => Reflect.deleteProperty(window, 'MediaStreamTrackProcessor'));
    });

    test('hands out frames that are younger than the request', async ({ openModule }) => {
      const page = await openModule('camera/frame-source.ts');
      const said = consoleOf(page);
      const { latenesses, timestamps, counters } = await page.evaluate(async () => {
        const stream = await navigator.mediaDevices.getUserMedia({ video: { width: 320, height: 240 } });
        const source = lintel.openFrameSource(stream.getVideoTracks()[0]!);
        /** When a frame was taken, and when it came: both in milliseconds, on clocks of their own. */
        const take = async (): Promise<{ takenMs: number; cameMs: number }> => {
          const frame = await source.next();
          const takenMs = frame.timestamp / 1000;
          frame.close();
          return { takenMs, cameMs: performance.now() };
        };
        const seen = [];
        for (let turn = 0; turn < 10; turn += 1) seen.push(await take());
        const clockGapMs = Math.min(...seen.map(({ takenMs, cameMs }) => cameMs - takenMs));
        const latenesses: number[] = [];
        for (let turn = 0; turn < 4; turn += 1) {
          // A thread that is idle, then busy for a while: frames pile up behind the request.
          await new Promise((resolve) => setTimeout(resolve, 200 + 13 * turn));
          const busyUntilMs = performance.now() + 430;
          while (performance.now() < busyUntilMs);
          const askedMs = performance.now();
          const frame = await take();
          seen.push(frame);
          latenesses.push(askedMs - (frame.takenMs + clockGapMs));
        }
        const counters = source.counters();
        source.close();
        stream.getVideoTracks()[0]!.stop();
        return { latenesses, timestamps: seen.map(({ takenMs }) => takenMs), counters };
      });
      // The two clocks are matched to within the jitter of delivery, which is less than one frame of 50 ms.
      for (const latenessMs of latenesses) expect(latenessMs).toBeLessThan(50);
      expect(timestamps).toEqual([...new Set(timestamps)].sort((a, b) => a - b));
      expect(counters).toMatchObject({ analysed: 14, skipped: counters.delivered - 14 });
      expect(counters.skipped).toBeGreaterThan(4);

      const session = await page.context().newCDPSession(page);
      await session.send('HeapProfiler.collectGarbage');
      // Chromium looks every ten seconds for frames that were forgotten.
      await page.waitForTimeout(11_000);
      expect(said.filter((line) => line.includes('without being closed'))).toEqual([]);
    });

    test('one request at a time; closing and the end of the camera reject it', async ({ openModule }) => {
      const page = await openModule('camera/frame-source.ts');
      const outcomes = await page.evaluate(async () => {
        const reasonOf = (promise: Promise<VideoFrame>): Promise<string> =>
          promise.then(
            (frame) => {
              frame.close();
              return 'a frame';
            },
            (error: unknown) => (error as Error).message.split(':')[0]!,
          );
        const open = async () => {
          const stream = await navigator.mediaDevices.getUserMedia({ video: true });
          const track = stream.getVideoTracks()[0]!;
          return { track, source: lintel.openFrameSource(track) };
        };
        const first = await open();
        const waiting = reasonOf(first.source.next());
        let second = 'accepted';
        try {
          void first.source.next();
        } catch (error) {
          second = (error as Error).message;
        }
        first.source.close();
        const closed = await waiting;
        const afterwards = await reasonOf(first.source.next());

        const other = await open();
        const unplugged = reasonOf(other.source.next());
        other.track.dispatchEvent(new Event('ended'));
        return { second, closed, afterwards, unplugged: await unplugged };
      });
      expect(outcomes).toEqual({
        second: 'Broken invariant: one frame is requested at a time',
        closed: 'camera-lost',
        afterwards: 'camera-lost',
        unplugged: 'camera-lost',
      });
    });
  });
}
