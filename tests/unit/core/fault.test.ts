/** Faults as errors, and as plain data that crosses threads. */
import { describe, expect, it } from 'vitest';
import { Fault, FAULT_CODES, toFaultRecord } from '../../../src/core/fault';

describe('Fault', () => {
  it('is an error that keeps its code, its detail and its cause', () => {
    const cause = new Error('404');
    const fault = new Fault('asset-missing', 'models/a.onnx', { cause });
    expect(fault).toBeInstanceOf(Error);
    expect(fault).toMatchObject({ name: 'Fault', code: 'asset-missing', detail: 'models/a.onnx', message: 'asset-missing: models/a.onnx', cause });
  });

  it('has a record that survives the way to another thread', () => {
    const record = new Fault('store-full', 'people').record();
    expect(Object.getPrototypeOf(record)).toBe(Object.prototype);
    expect(structuredClone(record)).toEqual({ code: 'store-full', detail: 'people' });
  });
});

describe('toFaultRecord', () => {
  it('takes a fault at its word, whatever the fallback', () => {
    expect(toFaultRecord(new Fault('camera-lost', 'Webcam'), 'store-failed')).toEqual({ code: 'camera-lost', detail: 'Webcam' });
  });

  it('calls any other error by the fallback and keeps its message', () => {
    expect(toFaultRecord(new TypeError('x is not a function'), 'store-failed')).toEqual({ code: 'store-failed', detail: 'x is not a function' });
  });

  it('calls it unexpected without a fallback', () => {
    expect(toFaultRecord(new Error('oops')).code).toBe('unexpected');
  });

  it.each([
    ['text', 'text'],
    [7, '7'],
    [undefined, 'undefined'],
    [null, 'null'],
  ])('reads %s that was thrown', (thrown, detail) => {
    expect(toFaultRecord(thrown)).toEqual({ code: 'unexpected', detail });
  });

  it('does not believe an object that only looks like a fault', () => {
    expect(toFaultRecord({ code: 'camera-lost', detail: 'Webcam' }).code).toBe('unexpected');
  });
});

describe('FAULT_CODES', () => {
  it('names every fault once', () => {
    expect(new Set(FAULT_CODES).size).toBe(FAULT_CODES.length);
  });
});
