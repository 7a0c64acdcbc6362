/** Opens the camera, notices when it goes, and lists what there is. */
import { Fault } from '../core/fault';
import { cameraFault } from './camera-faults';

/** What is asked of the camera; it gives what comes nearest. */
export interface CameraWishes {
  readonly width: number;
  readonly height: number;
  readonly frameRate: number;
  /** Device id; null lets the browser choose. A camera that is gone is replaced by any other. */
  readonly cameraId: string | null;
  /** Aborting gives the camera back, also while it is still being opened. */
  readonly signal: AbortSignal;
  /** The camera was unplugged, or delivers nothing any more. */
  readonly onEnded: () => void;
}

/** A camera that delivers frames until it is closed. */
export interface OpenCamera {
  readonly stream: MediaStream;
  readonly track: MediaStreamTrack;
  readonly label: string;
  readonly width: number;
  readonly height: number;
}

/** A camera that is silent for this long is taken for lost. */
const SILENCE_MS = 3000;

/**
 * Opens the camera.
 * @throws Fault `insecure-origin`, `camera-denied`, `camera-dismissed`, `camera-missing` or `camera-busy`.
 */
export async function openCamera(wishes: CameraWishes): Promise<OpenCamera> {
  const stream = await requestStream(wishes);
  const track = stream.getVideoTracks()[0];
  if (track === undefined) throw new Fault('camera-missing', 'The stream has no picture.');
  const stop = (): void => track.stop();
  if (wishes.signal.aborted) {
    stop();
    throw new Fault('camera-lost', 'The camera was turned off while it was being opened.');
  }
  wishes.signal.addEventListener('abort', stop, { once: true });
  watch(track, wishes.onEnded);
  const { width = wishes.width, height = wishes.height } = track.getSettings();
  return { stream, track, label: track.label, width, height };
}

/** The cameras Chromium can see. Labels are empty until the camera was allowed once. */
export async function listCameras(): Promise<{ id: string; label: string }[]> {
  const devices = (await mediaDevices()?.enumerateDevices()) ?? [];
  return devices
    .filter(({ kind, deviceId }) => kind === 'videoinput' && deviceId !== '')
    .map(({ deviceId, label }) => ({ id: deviceId, label }));
}

/** Calls `listener` when a camera is connected or disconnected. */
export function onCamerasChanged(listener: () => void): void {
  mediaDevices()?.addEventListener('devicechange', listener);
}

/** Absent on insecure pages, whatever the types say. */
function mediaDevices(): MediaDevices | undefined {
  return navigator.mediaDevices;
}

async function requestStream({ width, height, frameRate, cameraId }: CameraWishes): Promise<MediaStream> {
  const wanted = { width: { ideal: width }, height: { ideal: height }, frameRate: { ideal: frameRate } };
  // An ideal device id falls back to another camera by itself.
  const video = cameraId === null ? wanted : { ...wanted, deviceId: { ideal: cameraId } };
  try {
    const devices = mediaDevices();
    if (devices === undefined) throw new Fault('insecure-origin', location.origin);
    return await devices.getUserMedia({ audio: false, video });
  } catch (error) {
    throw cameraFault(error, { isSecureContext, permission: await cameraPermission() });
  }
}

/** Whether the page may use the camera; `unknown` where the browser does not say. */
export async function cameraPermission(): Promise<PermissionState | 'unknown'> {
  try {
    return (await navigator.permissions.query({ name: 'camera' })).state;
  } catch {
    return 'unknown';
  }
}

function watch(track: MediaStreamTrack, onEnded: () => void): void {
  let silence: ReturnType<typeof setTimeout> | undefined;
  const startWaiting = (): void => {
    clearTimeout(silence);
    silence = setTimeout(onEnded, SILENCE_MS);
  };
  track.addEventListener('ended', onEnded);
  track.addEventListener('mute', startWaiting);
  track.addEventListener('unmute', () => clearTimeout(silence));
  // A camera that never delivers may be muted from the start, and then no event says so.
  if (track.muted) startWaiting();
}
