import type { WorkCalendar } from '@zhitongche/base';
import type { App } from '@zhitongche/core/server';
import { type BenchOffice, findOffice, makeOffice } from './office.ts';
import { PROVINCES } from './provinces.ts';
import { NO_PANEL } from './trip.ts';

/** Units that file in each province; more would only make the list of people longer. */
const UNITS = 24;

/** A province in the year: its office, what it is expected to receive and the calendar it counts by. */
export interface Province {
  readonly office: BenchOffice;
  readonly perYear: number;
  readonly calendar: WorkCalendar;
}

/** The provinces of a run by the code of their office. */
export type Nation = ReadonlyMap<string, Province>;

/** Makes the offices, or finds those of an earlier run in the same folder; `share` of the usual volume. */
export async function makeNation(app: App, share: number, provinces: number): Promise<Nation> {
  const nation = new Map<string, Province>();
  for (const [index, [name, groups]] of PROVINCES.slice(0, provinces).entries()) {
    const code = `p${index + 1}`;
    const office =
      (await findOffice(app, code)) ??
      (await makeOffice(app, { code, name: `${name}外办`, units: UNITS, policies: NO_PANEL }));
    const { calendar } = await app.offices.get(code);
    nation.set(code, { office, perYear: groups * share, calendar });
  }
  return nation;
}

/** The province of an office; a code nobody has is a mistake of the bench. */
export function provinceOf(nation: Nation, code: string): Province {
  const province = nation.get(code);
  if (!province) throw new Error(`There is no office ${code}`);
  return province;
}
