/** Takes frames from the camera as they come. */
/// <reference lib="dom" />

/** @param {Uint8Array} bytes */
function base64(bytes) {
  let text = '';
  for (let start = 0; start < bytes.length; start += 32_768) text += String.fromCharCode(...bytes.subarray(start, start + 32_768));
  return btoa(text);
}

Object.assign(globalThis, {
  lintelBench: {
    /**
     * Consecutive frames as I420 in base64.
     * @param {{ width: number, height: number, count: number }} options
     */
    async grab({ width, height, count }) {
      const stream = await navigator.mediaDevices.getUserMedia({ video: { width: { exact: width }, height: { exact: height } } });
      const [track] = stream.getVideoTracks();
      if (track === undefined) throw new Error('There is no camera.');
      // @ts-expect-error -- not yet in TypeScript's own declarations
      const reader = new MediaStreamTrackProcessor({ track, maxBufferSize: count }).readable.getReader();
      const planes = [];
      while (planes.length < count) {
        const { value: frame, done } = await reader.read();
        if (done) throw new Error('The camera ended.');
        if (frame.format !== 'I420') throw new Error(`The camera delivers ${frame.format}.`);
        const bytes = new Uint8Array(frame.allocationSize());
        await frame.copyTo(bytes);
        frame.close();
        planes.push(bytes);
      }
      await reader.cancel();
      track.stop();
      return planes.map(base64);
    },
  },
});
