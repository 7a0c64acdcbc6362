/** What it means to a person that the browser would not give the camera. */
import { Fault } from '../core/fault';

/** What is known besides the error. */
export interface CameraContext {
  readonly isSecureContext: boolean;
  readonly permission: PermissionState | 'unknown';
}

/** Reads an error of `getUserMedia`. */
export function cameraFault(error: unknown, { isSecureContext, permission }: CameraContext): Fault {
  if (error instanceof Fault) return error;
  const { name, message } = error instanceof Error ? error : { name: '', message: String(error) };
  if (!isSecureContext) return new Fault('insecure-origin', message, { cause: error });
  switch (name) {
    case 'NotAllowedError':
      // A question that was closed leaves the permission as it was; a refusal is remembered.
      return new Fault(permission === 'prompt' ? 'camera-dismissed' : 'camera-denied', message, { cause: error });
    case 'SecurityError':
      return new Fault('camera-denied', message, { cause: error });
    case 'NotFoundError':
    case 'OverconstrainedError':
      return new Fault('camera-missing', message, { cause: error });
    case 'NotReadableError':
    case 'AbortError':
      return new Fault('camera-busy', message, { cause: error });
    default:
      return new Fault('unexpected', `${name}: ${message}`, { cause: error });
  }
}
