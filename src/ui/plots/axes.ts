/** Axes: scale, ticks and words, in pixels. Shared by the app's plots and those of the eval reports. */
import { type ScaleContinuousNumeric, scaleLinear, scaleLog, scaleSqrt } from 'd3-scale';

type Scale = ScaleContinuousNumeric<number, number>;
type Range = readonly [number, number];

export interface Axis {
  /** With its unit. */
  readonly label: string;
  readonly scale: Scale;
  readonly ticks: readonly number[];
  readonly format: (value: number) => string;
}

/** An axis of powers of ten from `min` to `max`, both above zero; what lies outside is drawn at its edge. */
export function logAxis(label: string, [min, max]: Range, range: Range, format: Axis['format']): Axis {
  const first = Math.round(Math.log10(min));
  const count = Math.round(Math.log10(max)) - first + 1;
  return {
    label,
    scale: scaleLog([min, max], [...range]).clamp(true),
    ticks: Array.from({ length: count }, (_, index) => Number(`1e${first + index}`)),
    format,
  };
}

/** An axis with equal steps. */
export function linearAxis(label: string, domain: Range, range: Range, format: Axis['format'], count = 8): Axis {
  const scale = scaleLinear([...domain], [...range]).clamp(true);
  return { label, scale, ticks: scale.ticks(count), format };
}

/** An axis of shares from nothing to `max` that gives small ones more room, zero included. */
export function rootAxis(label: string, max: number, range: Range, format: Axis['format']): Axis {
  const ticks = [0, 0.01, 0.05, 0.1, 0.2, 0.35, 0.5, 0.75, 1].filter((tick) => tick <= max);
  return { label, scale: scaleSqrt([0, max], [...range]).clamp(true), ticks, format };
}

/** To a tenth of a pixel. */
export function round(pixels: number): number {
  return Math.round(pixels * 10) / 10;
}
