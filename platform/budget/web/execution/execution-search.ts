import { isDay } from '@zhitongche/base';

/** Which year and day are looked at, and the ceiling that is open. */
export interface ExecutionSearch {
  readonly year?: number;
  readonly day?: string;
  readonly open?: string;
}

/** Reads an address; what makes no sense is left out. */
export const readExecutionSearch = ({
  year,
  day,
  open,
}: Readonly<Record<string, unknown>>): ExecutionSearch => ({
  ...(Number.isSafeInteger(Number(year)) && Number(year) >= 2000 && Number(year) <= 2100
    ? { year: Number(year) }
    : {}),
  ...(isDay(day) ? { day } : {}),
  ...(typeof open === 'string' && /^[0-9a-f-]{36}$/.test(open) ? { open } : {}),
});
