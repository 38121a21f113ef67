import { setTimeout as pause } from 'node:timers/promises';
import type { Ledger } from './ledger.ts';

const LONGEST = 120_000;

/**
 * Waits until as many more acts as there are players were answered and some trip was approved: a loss that comes before
 * anybody works, or while everybody's first upload waits for its reader to start, teaches nothing.
 */
export async function inFullSwing(ledger: Ledger, players: number): Promise<void> {
  const enough = ledger.deeds.length + players;
  const going = (): boolean => ledger.deeds.length >= enough && ledger.approved.length > 0;
  for (const last = Date.now() + LONGEST; !going(); await pause(20)) {
    if (ledger.surprises.length > 0) return;
    if (Date.now() > last) throw new Error('Nobody works: the first trip was never approved');
  }
}
