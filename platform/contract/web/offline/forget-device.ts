import { emptyShelf } from './kept-me.ts';
import { device } from './device.ts';
import { dropSettled } from './outbox.ts';
import { own } from './own-store.ts';

/**
 * Clears what this device keeps of people: at log-out (`left`), and when the server knows the session no more. Decisions
 * not sent yet stay: they are the person's own words and go out at the next log-in.
 */
export const forgetDevice = async (left: boolean): Promise<void> => {
  own.close(left);
  await emptyShelf();
  await dropSettled((await device()).outbox).catch(() => undefined);
};
