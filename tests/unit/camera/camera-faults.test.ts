import { describe, expect, it } from 'vitest';
import { cameraFault } from '../../../src/camera/camera-faults';
import { Fault } from '../../../src/core/fault';

const SECURE = { isSecureContext: true, permission: 'granted' } as const;
const named = (name: string): DOMException => new DOMException('as the browser says it', name);

describe('cameraFault', () => {
  it.each([
    ['NotAllowedError', 'denied', 'camera-denied'],
    ['NotAllowedError', 'unknown', 'camera-denied'],
    ['NotAllowedError', 'prompt', 'camera-dismissed'],
    ['SecurityError', 'prompt', 'camera-denied'],
    ['NotFoundError', 'granted', 'camera-missing'],
    ['OverconstrainedError', 'granted', 'camera-missing'],
    ['NotReadableError', 'granted', 'camera-busy'],
    ['AbortError', 'granted', 'camera-busy'],
    ['InvalidStateError', 'granted', 'unexpected'],
  ] as const)('reads %s with permission "%s" as %s', (name, permission, code) => {
    expect(cameraFault(named(name), { isSecureContext: true, permission }).code).toBe(code);
  });

  it('blames the address before anything else', () => {
    expect(cameraFault(named('NotAllowedError'), { isSecureContext: false, permission: 'denied' }).code).toBe('insecure-origin');
  });

  it('keeps the error as the cause and leaves a fault as it is', () => {
    const error = named('NotReadableError');
    expect(cameraFault(error, SECURE).cause).toBe(error);
    const fault = new Fault('camera-lost', 'a label');
    expect(cameraFault(fault, SECURE)).toBe(fault);
  });

  it('reads what is not an error', () => {
    expect(cameraFault('a string', SECURE)).toMatchObject({ code: 'unexpected', detail: ': a string' });
  });
});
