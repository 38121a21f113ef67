import { addDays, dayInShanghai } from '@zhitongche/base';
import type { DemoWorld } from '@zhitongche/core/server';
import type { SampleRow } from '@zhitongche/register';
import { BOOK, CLERKS } from '../basis.ts';
import { inventedCode } from '../../../shared/demo/codes.ts';

type Org = DemoWorld['orgs'][number];

/** Everything here is invented: every unit has an account, one near its end, and one clerk has had no course for long. */
const NEAR_ITS_END = 'jinlu-commerce';
const UNTRAINED = 'pinglan-commerce-filer';

const YEAR = 365;
const OPENED = 400;
const RENEWED = 60;

const named = (title: string) => ({ id: '', title });

/** The office whose list a unit stands on: its city's, else the province's. */
const officeOf = (orgs: readonly Org[], org: Org): Org | undefined => {
  const above = orgs.find(({ key }) => key === org.parent);
  return !above || above.kind === 'city-office' || above.kind === 'office' ? above : officeOf(orgs, above);
};

/** Accounts and clerks of the demo office, opened a year and more ago and renewed since. */
export const rows = ({ orgs, people, now }: DemoWorld): Readonly<Record<string, readonly SampleRow[]>> => {
  const today = dayInShanghai(now.toISOString());
  const units = orgs.filter(({ kind }) => kind === 'unit' || kind === 'enterprise');
  const account = (org: Org, n: number): SampleRow => {
    const above = orgs.find(({ key }) => key === org.parent);
    const below = above?.kind === 'unit' || above?.kind === 'enterprise';
    const until = addDays(today, org.key === NEAR_ITS_END ? 20 : YEAR - RENEWED);
    return {
      by: 'window',
      ago: OPENED,
      answers: {
        unit: named(org.name),
        name: org.name,
        uscc: inventedCode(n, org.kind === 'enterprise'),
        belongs: named(officeOf(orgs, org)?.name ?? ''),
        ...(below && above ? { superior: named(above.name) } : {}),
        since: addDays(today, -OPENED),
        until: addDays(today, YEAR - OPENED),
      },
      moves: [{ move: 'renew', ago: RENEWED, data: { until } }],
    };
  };
  const clerk = (org: Org): readonly SampleRow[] =>
    people
      .filter((one) => one.org === org.key && one.roles.includes('filer'))
      .map(({ username, name }): SampleRow => {
        const old = username === UNTRAINED;
        return {
          by: 'window',
          ago: OPENED,
          answers: {
            name,
            unit: named(org.name),
            login: username,
            belongs: named(officeOf(orgs, org)?.name ?? ''),
            since: addDays(today, -OPENED),
            trainedUntil: addDays(today, -OPENED - 1),
          },
          moves: [
            { move: 'train', ago: OPENED, data: { day: addDays(today, old ? -4 * YEAR : -OPENED - 20) } },
          ],
        };
      });
  return { [BOOK]: units.map(account), [CLERKS]: units.flatMap(clerk) };
};
