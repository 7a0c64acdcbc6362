/** @vladmandic/human from the navigation to its first detection on the camera's picture. */
/// <reference lib="dom" />
import { startHuman } from './human.mjs';

async function start() {
  const stream = navigator.mediaDevices.getUserMedia({ video: { width: 640, height: 480 } });
  const human = await startHuman(null);
  const video = document.createElement('video');
  Object.assign(video, { muted: true, srcObject: await stream });
  await video.play();
  await human.detect(video);
  return performance.now();
}

Object.assign(globalThis, { lintelBench: { firstDetection: start() } });
