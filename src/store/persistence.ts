/** Asks the browser to keep the data for good, and how much room there is. */

export interface StorageReport {
  /** True when the browser promised not to clear the data by itself when the disk runs low. */
  readonly isPersistent: boolean;
  readonly usageBytes: number;
  readonly quotaBytes: number;
}

/** Requests persistence and reports the answer. A browser without the interface has promised nothing. */
export async function requestPersistence(): Promise<StorageReport> {
  if (!('storage' in navigator)) return { isPersistent: false, usageBytes: 0, quotaBytes: 0 };
  const isPersistent = (await navigator.storage.persisted()) || (await navigator.storage.persist());
  const { usage = 0, quota = 0 } = await navigator.storage.estimate();
  return { isPersistent, usageBytes: usage, quotaBytes: quota };
}
