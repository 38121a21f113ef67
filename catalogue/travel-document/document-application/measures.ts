import { isDay, type Json } from '@zhitongche/base';
import { type CaseSubject, type Measure, measureCases } from '@zhitongche/measure';
import { textIn } from '../../shared/lookup-rows.ts';

type Row = Readonly<Record<string, Json | undefined>>;

const counted = (
  code: string,
  told: Pick<Measure<CaseSubject>, 'name' | 'what' | 'unit' | 'sort'>,
  n: (row: Row) => boolean,
): Measure<CaseSubject> => ({
  code,
  edition: 1,
  ...told,
  lines: ({ rows }) =>
    rows('document-applications')
      .filter(({ madeOn }) => isDay(madeOn))
      .map((row) => ({ day: textIn(row['madeOn']), n: n(row) ? '1' : '0' })),
});

/** What applications come to. */
export const documentMeasures = measureCases('document-application', [
  counted(
    'sla.passport',
    {
      name: '按承诺时限制证率',
      what: '已制证的申请中，受理到制证没有超过承诺时限的',
      unit: '',
      sort: 'rate',
    },
    ({ late }) => late === false,
  ),
  counted(
    'document.made',
    { name: '制发因公证照', what: '已制证的护照、通行证，每本一计', unit: '本', sort: 'things' },
    () => true,
  ),
]);
