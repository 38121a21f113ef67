import {
  addDays,
  daysInclusive,
  isDay,
  isJsonObject,
  type Json,
  type JsonObject,
  parseCitizenId,
} from '@zhitongche/base';
import type { Fills } from '@zhitongche/case';
import type { Answers } from '@zhitongche/form';
import { textIn } from '../../shared/lookup-rows.ts';
import { key } from './policy.ts';
import { PLANNED_DAILY } from './rules/programme.ts';

/** What is asked of how names are spelled in passports. */
export const SPELLED = 'spelled';

/** Document and cabin of a rank: 护照法实施办法, 财行〔2013〕516号第八条. */
const BY_RANK: Readonly<Record<string, { readonly passportKind: string; readonly cabin: string }>> = {
  ministry: { passportKind: 'diplomatic', cabin: 'first' },
  bureau: { passportKind: 'service', cabin: 'business' },
  division: { passportKind: 'service', cabin: 'economy' },
  section: { passportKind: 'public-ordinary', cabin: 'economy' },
  technical: { passportKind: 'public-ordinary', cabin: 'economy' },
};

const SPANS: readonly unknown[] = ['span-lead', 'span-join', 'join'];
const said = (row: Answers, cell: string): string => textIn(row[cell]);

/** Sex and day of birth as the number says them. */
const born = (citizenId: string): Answers => {
  const read = parseCitizenId(citizenId);
  return read.ok ? { sex: read.value.sex, birthDate: read.value.birth } : {};
};

const spelling = (known: Json | undefined, name: string): string | undefined => {
  const spelled = isJsonObject(known) && Object.hasOwn(known, name) ? known[name] : undefined;
  return typeof spelled === 'string' ? spelled : undefined;
};

/** Read as typed and not as judged: this is asked at every key. */
const rowsIn = (answers: Answers, table: string): readonly Answers[] => {
  const rows = answers[table];
  return Array.isArray(rows) ? rows.map((row: Json) => (isJsonObject(row) ? row : {})) : [];
};

const settled = (leg: Answers): boolean =>
  said(leg, 'city') !== '' && isDay(said(leg, 'arrive')) && isDay(said(leg, 'leave'));

const placeIn = (leg: Answers): string => {
  const [country, city] = [said(leg, 'country'), said(leg, 'city')];
  return country === city ? city : country + city;
};

/** Each day with its city and host, the days of moving named: what is done there is the person's to tell. */
const programmeOf = (answers: Answers): Json | undefined => {
  const legs = rowsIn(answers, 'legs').filter(settled);
  const [exit, entry] = [said(answers, 'exitDate'), said(answers, 'entryDate')];
  if (legs.length === 0 || !isDay(exit) || !isDay(entry)) return undefined;
  const days = daysInclusive(exit, entry);
  if (days < 2 || days > PLANNED_DAILY) return undefined;
  return Array.from({ length: days }, (_, i) => addDays(exit, i)).flatMap(
    (date, i): readonly JsonObject[] => {
      const leg = legs.findLast((one) => said(one, 'arrive') <= date) ?? legs[0] ?? {};
      const city = said(leg, 'city');
      const host = said(leg, 'inviter');
      const moving = { date, city, kind: 'travel' };
      const meeting = {
        date,
        city,
        kind: 'official',
        ...(host ? { activity: `与${host}会谈`, counterpart: host } : {}),
      };
      if (i === days - 1) return [{ ...moving, period: 'day', activity: '返程' }];
      if (i > 0) return [{ ...meeting, period: 'day' }];
      return [
        { ...moving, period: 'am', activity: `启程赴${placeIn(leg)}` },
        { ...meeting, period: 'pm' },
      ];
    },
  );
};

/** Without those still open, and a place named once however often one stays. */
const distinctInRow = (cities: readonly string[]): readonly string[] =>
  cities.filter((city, i) => city !== '' && city !== cities[i - 1]);

const routeOf = (answers: Answers, home: string): string | undefined => {
  const cities = distinctInRow(rowsIn(answers, 'legs').map((leg) => said(leg, 'city')));
  return cities.length > 0 ? [home, ...cities, home].filter((city) => city !== '').join('—') : undefined;
};

const distinct = (rows: readonly Answers[], cell: string): readonly string[] =>
  [...new Set(rows.map((row) => said(row, cell)))].filter((value) => value !== '');

/** What of a trip follows from the rest of what is told, so that nobody types it. */
export const fills: Fills = {
  answers(answers, { policy }) {
    const members = rowsIn(answers, 'members');
    return {
      entryDate:
        said(rowsIn(answers, 'legs').findLast((leg) => isDay(said(leg, 'leave'))) ?? {}, 'leave') ||
        undefined,
      route: routeOf(answers, policy.text(key('home-port'))),
      programme: programmeOf(answers),
      ...(answers.hostAirfare === false
        ? { fares: distinct(members, 'cabin').map((cabin) => ({ cabin, carrier: 'chinese' })) }
        : {}),
      ...(answers.inBudget === true ? { fundNote: '列入本单位年度部门预算' } : {}),
      publicity: distinct(members, 'employer').map((unit) => ({ unit })),
    };
  },
  rows: {
    members(row, { index, rows, whole }, { facts }) {
      const unit = SPANS.includes(whole.caseType) ? '' : said(whole, 'filerUnit');
      const employer = said(row, 'employer') || unit;
      const colleague = rows.find(
        (other, at) =>
          at !== index && said(other, 'employer') === employer && said(other, 'clearanceBy') !== '',
      );
      return {
        // Not known yet: what was spelled of half a name is no spelling of the whole.
        pinyin: spelling(facts.lookup(SPELLED), said(row, 'name')) ?? '',
        ...born(said(row, 'citizenId')),
        ...(unit ? { employer: unit } : {}),
        foreignTitle: said(row, 'post') || undefined,
        ...BY_RANK[said(row, 'rank')],
        role: index === 0 ? 'leader' : 'member',
        employment: 'serving',
        ...(colleague ? { clearanceBy: said(colleague, 'clearanceBy') } : {}),
      };
    },
    legs: (_row, { index, rows, whole }) => ({
      transit: false,
      conferenceHotel: false,
      arrive: (index === 0 ? said(whole, 'exitDate') : said(rows[index - 1] ?? {}, 'leave')) || undefined,
    }),
    otherFees: (_row, { whole }) => ({
      currency: 'CNY',
      persons: Array.isArray(whole.members) && whole.members.length > 0 ? whole.members.length : undefined,
    }),
  },
};
