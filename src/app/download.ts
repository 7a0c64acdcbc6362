/** Hands bytes to the person as a file. */

/** Longer than Chromium needs to begin writing: the address must live until then. */
const KEPT_MS = 60_000;

/** Downloads a file made here; no server has it. */
export function downloadFile(name: string, bytes: Uint8Array<ArrayBuffer>): void {
  downloadBlob(name, new Blob([bytes], { type: 'application/octet-stream' }));
}

/** As `downloadFile`. */
export function downloadBlob(name: string, file: Blob): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), KEPT_MS);
}
