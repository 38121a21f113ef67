import { isDay, type Json } from '@zhitongche/base';
import { type CaseSubject, type Measure, measureCases } from '@zhitongche/measure';
import { textIn } from '../../shared/lookup-rows.ts';

type Row = Readonly<Record<string, Json | undefined>>;

const counted = (
  code: string,
  told: Pick<Measure<CaseSubject>, 'name' | 'what' | 'unit' | 'sort'>,
  day: string,
  n: (row: Row) => string | undefined,
): Measure<CaseSubject> => ({
  code,
  edition: 1,
  ...told,
  lines: ({ rows }) =>
    rows('visas').flatMap((row) => {
      const [on, value] = [row[day], n(row)];
      return isDay(on) && value !== undefined ? [{ day: textIn(on), n: value }] : [];
    }),
});

/** What visas come to. */
export const visaMeasures = measureCases('visa', [
  counted(
    'sla.visa',
    {
      name: '签证按时送签率',
      what: '已送签的各人签证中，所在办件首批送签没有超过承诺时限的，按送签日期计',
      unit: '',
      sort: 'rate',
    },
    'sentOn',
    ({ late }) => (late === false ? '1' : '0'),
  ),
  counted(
    'visa.quality',
    { name: '签证核对相符率', what: '已取回的签证中没有被拒签的，按取回日期计', unit: '', sort: 'rate' },
    'backOn',
    ({ refused }) => (textIn(refused) === '' ? '1' : '0'),
  ),
  counted(
    'visa.days',
    {
      name: '护照在使领馆天数',
      what: '从送签到取回的天数，取中位数，按取回日期计',
      unit: '天',
      sort: 'median',
    },
    'backOn',
    ({ days }) => textIn(days) || undefined,
  ),
]);
