/** Keeps a number from 0 to `max`, both included. */
export function clamp(value: number, max: number): number {
  return value < 0 ? 0 : value > max ? max : value;
}
