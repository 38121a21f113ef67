import { isDay, type Day, type Json } from '@zhitongche/base';
import type { Facts } from '@zhitongche/form';
import { textIn } from '../../shared/lookup-rows.ts';
import { PARTIES, WAYS } from './basis.ts';

/** What a country of use makes of a paper. */
export const WAY_WORDS = {
  apostille: '附加证明书',
  single: '领事认证（单认证）',
  double: '领事认证（双认证，还须经使用国驻华使领馆）',
  exempt: '免认证',
  open: '领事认证，单认证还是双认证待窗口认定',
  unknown: '待窗口认定',
  elsewhere: '不由本事项办理',
} as const;
export type Way = keyof typeof WAY_WORDS;
/** Whether anything is given, and so charged. */
export const isCharged = (way: Way): boolean => way !== 'exempt' && way !== 'elsewhere';

/** Where papers for a country go, by whom, why, and of when the table is that says so. */
export type Route = {
  readonly way: Way;
  readonly why: string;
  readonly office: string;
  /** Newest day of the rows it rests on; empty where no row says anything. */
  readonly asOf: string;
  /** Last day it is so by the table, where it has one. */
  readonly until: string;
  /** The row it rests on was confirmed by nobody yet. */
  readonly doubt: boolean;
};

type Row = Readonly<Record<string, Json | undefined>>;
const OWN = '本办';
const OFFICES: Readonly<Record<string, string>> = { ministry: '外交部', office: OWN };

const rowOf = (facts: Pick<Facts, 'table'>, table: string, key: string, country: string): Row | undefined =>
  facts.table(table).find((row) => row[key] === country);

/** Why the Convention does not reach a country on a day; undefined = it does. */
const notBound = (party: Row | undefined, country: string, today: Day): string | undefined => {
  if (!party) return `${country}不在《公约》缔约国表内`;
  if (party.standing === 'objection') return `《公约》在中国与${country}之间不生效`;
  const [from, until] = [textIn(party.from), textIn(party.until)];
  if (from > today) return `《公约》自${from}起才在中国与${country}之间生效`;
  return until !== '' && until < today ? `《公约》在中国与${country}之间已于${until}停止适用` : undefined;
};

/** Decides where papers for a country of use go, by the office's tables as they stand on `today`. */
export function routeOf(
  country: string,
  { facts, today }: { facts: Pick<Facts, 'table'>; today: Day },
): Route {
  const party = rowOf(facts, PARTIES, 'country', country);
  const kind = textIn(rowOf(facts, 'countries', 'name', country)?.kind);
  const base = { office: OWN, asOf: textIn(party?.asOf), until: '', doubt: party?.trust === '待确认' };
  if (kind === 'hk-macao' || kind === 'taiwan')
    return {
      ...base,
      way: 'elsewhere',
      why: `送${country}使用的文书不办附加证明书和领事认证`,
      office: '公证机构',
    };
  if (party?.standing === 'unsettled')
    return { ...base, way: 'unknown', why: `《公约》是否适用于${country}，表中没有结论` };
  const why = notBound(party, country, today);
  if (why === undefined)
    return { ...base, way: 'apostille', why: `${country}是《公约》缔约国`, until: textIn(party?.until) };
  const row = rowOf(facts, WAYS, 'country', country);
  const way = textIn(row?.way);
  if (!row || (way !== 'single' && way !== 'double' && way !== 'exempt'))
    return { ...base, way: 'open', why };
  const asOf = [base.asOf, textIn(row.asOf)].filter(isDay).toSorted().at(-1) ?? '';
  return { ...base, way, why, office: OFFICES[textIn(row.office)] ?? OWN, asOf, until: textIn(row.until) };
}

/** Newest day any row of the table of parties is of: when an office has last looked. */
export const tableDay = (facts: Pick<Facts, 'table'>): string =>
  facts
    .table(PARTIES)
    .map((row) => textIn(row.asOf))
    .filter(isDay)
    .toSorted()
    .at(-1) ?? '';
