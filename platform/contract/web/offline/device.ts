import { type DeviceStores, openDeviceStores } from './device-database.ts';
import { KEPT_DAYS } from './own-store.ts';

/** Most replies kept for reading without a network. */
const MOST = 300;
/** Replies older than this many milliseconds are dropped: personal data does not stay on a device. */
const OLDEST = KEPT_DAYS * 24 * 60 * 60 * 1000;

let opened: Promise<DeviceStores> | undefined;

const open = async (): Promise<DeviceStores> => {
  const stores = await openDeviceStores(globalThis.indexedDB);
  await stores.shelf.prune(new Date(Date.now() - OLDEST).toISOString(), MOST).catch(() => undefined);
  return stores;
};

/** The stores of this browser, opened once. */
export const device = (): Promise<DeviceStores> => (opened ??= open());
