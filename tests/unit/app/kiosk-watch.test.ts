/** What a kiosk does by itself while something is missing. */
import { beforeEach, describe, expect, it } from 'vitest';
import { KioskWatch } from '../../../src/app/kiosk-watch';
import { INITIAL_STATE } from '../../../src/app/view-model';
import type { FaultCode } from '../../../src/core/fault';
import { KIOSK } from '../../../src/decision/kiosk/limits';
import type { ViewState } from '../../../src/ui/view';

const LIVE = { kind: 'live', stream: {} as MediaStream, label: '', width: 640, height: 480 } as const;
const WELL: ViewState = { ...INITIAL_STATE, destination: 'kiosk', engine: { kind: 'ready' }, gallery: { kind: 'ready' }, camera: LIVE };
const faulted = (code: FaultCode) => ({ kind: 'faulted', fault: { code, detail: '' } }) as const;

let tried: string[];
let watch: KioskWatch;
let nowMs: number;

beforeEach(() => {
  tried = [];
  nowMs = 1000;
  watch = new KioskWatch({
    camera: () => tried.push('camera'),
    recognition: () => tried.push('recognition'),
    page: () => tried.push('page'),
  });
  watch.hear(nowMs);
});

/** Looks once a second for so long. */
function pass(seconds: number, state: ViewState): ReturnType<KioskWatch['look']> {
  let told: ReturnType<KioskWatch['look']> = null;
  for (let second = 0; second < seconds; second += 1) {
    nowMs += 1000;
    told = watch.look(state, nowMs);
  }
  return told;
}

describe('a kiosk', () => {
  it('leaves a camera to its desk that is looked for all the time', () => {
    const told = pass(60, { ...WELL, camera: faulted('camera-missing') });
    expect(told).toEqual({ fault: { code: 'camera-missing', detail: '' }, next: null });
    expect(tried).toEqual([]);
  });

  it('opens a camera again that Chromium refused, and counts down to it', () => {
    const state = { ...WELL, camera: faulted('camera-denied') };
    expect(pass(6, state)!.next).toEqual({ way: 'camera', inSeconds: 10 });
    pass(10, state);
    expect(tried).toEqual(['camera']);
  });

  it('starts the recognition ever more patiently, also while it is starting, and then the page', () => {
    const broken = { ...WELL, engine: faulted('worker-died') };
    const starting: ViewState = { ...WELL, engine: { kind: 'loading', loadedBytes: 0, totalBytes: 0 } };
    pass(6, broken);
    expect(tried).toEqual(['recognition']);
    expect(pass(2, starting)!.next!.way).toBe('recognition');
    pass(3, broken);
    expect(tried).toEqual(['recognition']);
    pass(6, broken);
    expect(tried).toEqual(['recognition', 'recognition']);
    pass(1200, broken);
    expect(tried.filter((way) => way === 'recognition')).toHaveLength(12);
    expect(tried.indexOf('page')).toBe(12);
  });

  it('forgets how often it tried once all is well', () => {
    const broken = { ...WELL, engine: faulted('worker-died') };
    pass(20, broken);
    expect(pass(1, WELL)).toBeNull();
    expect(pass(1, broken)!.next).toEqual({ way: 'recognition', inSeconds: 5 });
  });

  it('says first what is worst', () => {
    const state = { ...WELL, gallery: faulted('store-failed'), engine: faulted('worker-died'), camera: faulted('camera-lost') };
    expect(pass(1, state)!.fault.code).toBe('store-failed');
    expect(pass(1, { ...state, gallery: WELL.gallery })!.fault.code).toBe('worker-died');
    expect(pass(1, { ...WELL, camera: state.camera })!.fault.code).toBe('camera-lost');
  });

  it('opens a camera anew that says nothing, once for each silence', () => {
    pass(KIOSK.silenceMs / 1000 - 1, WELL);
    expect(tried).toEqual([]);
    pass(1, WELL);
    expect(tried).toEqual(['camera']);
    pass(KIOSK.silenceMs / 1000 - 1, WELL);
    watch.hear(nowMs);
    pass(5, WELL);
    expect(tried).toEqual(['camera']);
  });
});
