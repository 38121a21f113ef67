import { forgetMe } from './kept-me.ts';
import { device } from './device.ts';

/**
 * Clears what this device keeps to read; called on log-out. Decisions not sent yet stay: they are the person's
 * own words and go out at the next log-in.
 */
export const forgetDevice = async (): Promise<void> => {
  forgetMe();
  await (await device()).shelf.wipe().catch(() => undefined);
};
