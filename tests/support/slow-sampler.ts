/** The colour of a frame between its pixels by its definition alone, pixel by pixel: what every quick way must equal. */
import type { FramePixels } from '../../src/vision/pixels';

const WEIGHTS = {
  bt601: { rv: 1.402, gu: 0.344136, gv: 0.714136, bu: 1.772 },
  bt709: { rv: 1.5748, gu: 0.187324, gv: 0.468124, bu: 1.8556 },
} as const;

/** The weighted sum over every pixel of a plane; `outside` stands for those beyond it. */
function between(at: (column: number, row: number) => number, width: number, height: number, x: number, y: number, outside: number): number {
  let sum = 0;
  for (const row of [Math.floor(y), Math.floor(y) + 1]) {
    for (const column of [Math.floor(x), Math.floor(x) + 1]) {
      const isInside = column >= 0 && column < width && row >= 0 && row < height;
      const share = (1 - Math.abs(x - column)) * (1 - Math.abs(y - row));
      sum += share * (isInside ? at(column, row) : outside);
    }
  }
  return sum;
}

const within = (value: number, max: number): number => Math.min(Math.max(value, 0), max);

/** Red, green and blue at (x, y), black beyond the edge. */
export function slowColourAt(frame: FramePixels, x: number, y: number): [number, number, number] {
  const { width, height } = frame;
  if (frame.kind === 'rgba') {
    const channel = (index: number): number => between((column, row) => frame.data[(row * width + column) * 4 + index]!, width, height, x, y, 0);
    return [channel(0), channel(1), channel(2)];
  }
  const { luma, chromaU, chromaV, chromaStep, chromaWidth, colour } = frame;
  const [black, lumaRange, chromaRange] = colour.isLimitedRange ? [16, 219, 224] : [0, 255, 255];
  const light = ((between((column, row) => luma[row * width + column]!, width, height, x, y, black) - black) * 255) / lumaRange;
  const chromaHeight = Math.ceil(height / 2);
  const cx = within((x - 0.5) / 2, chromaWidth - 1);
  const cy = within((y - 0.5) / 2, chromaHeight - 1);
  const inside = between(() => 1, width, height, x, height / 2 - 0.5, 0) * between(() => 1, width, height, width / 2 - 0.5, y, 0);
  const [u, v] = [chromaU, chromaV].map((plane) => {
    const value = between((column, row) => plane[(row * chromaWidth + column) * chromaStep]!, chromaWidth, chromaHeight, cx, cy, 128);
    return ((value - 128) * 255 * inside) / chromaRange;
  }) as [number, number];
  const { rv, gu, gv, bu } = WEIGHTS[colour.matrix];
  return [within(light + rv * v, 255), within(light - gu * u - gv * v, 255), within(light + bu * u, 255)];
}
