import { isDay } from '@zhitongche/base';

/** What of the ledger is shown, and which day is open. */
export interface MoneySearch {
  readonly tab?: 'days' | 'findings';
  readonly kind?: 'bill' | 'payment' | 'refund';
  readonly status?: string;
  readonly day?: string;
}

/** Reads an address; what makes no sense is left out. */
export const readMoneySearch = ({
  tab,
  kind,
  status,
  day,
}: Readonly<Record<string, unknown>>): MoneySearch => ({
  ...(tab === 'days' || tab === 'findings' ? { tab } : {}),
  ...(kind === 'bill' || kind === 'payment' || kind === 'refund' ? { kind } : {}),
  ...(typeof status === 'string' && /^[a-z]{2,12}$/.test(status) ? { status } : {}),
  ...(isDay(day) ? { day } : {}),
});
