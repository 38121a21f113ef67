import { type Figure, FIGURES } from '@zhitongche/register';

/** Which year of a plan is looked at, and which of its figures is open. */
export interface PlanSearch {
  readonly year?: number;
  readonly figure?: Figure;
  readonly org?: string;
}

/** Reads an address; what makes no sense is left out. */
export const readPlanSearch = ({ year, figure, org }: Readonly<Record<string, unknown>>): PlanSearch => {
  const n = Number(year);
  const known = FIGURES.find((one) => one === figure);
  return {
    ...(Number.isInteger(n) && n >= 2000 && n <= 2100 ? { year: n } : {}),
    ...(known ? { figure: known } : {}),
    ...(known && typeof org === 'string' && /^[0-9a-f-]{36}$/.test(org) ? { org } : {}),
  };
};
