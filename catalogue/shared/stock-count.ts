import type { Basis } from '@zhitongche/base';
import { checksFor } from '@zhitongche/case';
import {
  type AnswersOf,
  type ChoiceField,
  date,
  form,
  integer,
  table,
  text,
  type TextField,
} from '@zhitongche/form';
import { defineRegister, type RegisterKind, type SampleRow } from '@zhitongche/register';

const lines = (title: string, measure: string, sensitivity: 'open' | 'sensitive') =>
  table(
    title,
    {
      serial: text('号码', { max: 30, required: true, sensitivity }),
      reason: text('说明', { max: 120 }),
    },
    { maxRows: 1000, rowName: measure, importable: true },
  );

const countForm = (place: ChoiceField | TextField, measure: string, serials: 'open' | 'sensitive') =>
  form({
    count: {
      title: '盘点',
      fields: {
        day: date('盘点日期', { required: true, width: 4 }),
        place,
        expected: integer(`账上${measure}数`, { min: 0, required: true, width: 4 }),
        scanned: integer(`扫到${measure}数`, { min: 0, required: true, width: 4 }),
        missing: lines('账上有、没有扫到', measure, serials),
        extra: lines('扫到、账上不在此处', measure, serials),
        note: text('处理意见', { max: 300, lines: 3 }),
      },
    },
  });

type CountForm = ReturnType<typeof countForm>;

/** What is said of the counts of one stock. */
interface Given
  extends Pick<RegisterKind, 'code' | 'name' | 'en' | 'category' | 'what' | 'readers' | 'keepers'> {
  readonly measure: string;
  /** Where was counted. */
  readonly place: ChoiceField | TextField;
  /** How private the names of the pieces are. */
  readonly serials: 'open' | 'sensitive';
  readonly basis: Basis;
  samples(today: string): readonly SampleRow<AnswersOf<CountForm>>[];
}

/** The register of counts of one stock: what two found, and every piece that was not there; a difference is an entry of its own, never a correction. */
export const stockCount = ({ measure, place, serials, basis, ...more }: Given): RegisterKind => {
  const whole = countForm(place, measure, serials);
  const check = checksFor<CountForm>();
  const placeOf = (value: unknown): string => {
    const option = place.kind === 'choice' ? place.options.find((one) => one.value === value) : undefined;
    return option?.label ?? (typeof value === 'string' ? value : '');
  };
  return defineRegister({
    ...more,
    noun: '盘点',
    measure: '次',
    basis: [basis.title],
    form: whole,
    checks: [
      check({
        code: 'S-21',
        title: '数目与差异相符',
        level: 'block',
        basis,
        reads: ['expected', 'scanned'],
        run({ expected, scanned, missing = [], extra = [] }) {
          const right = expected - missing.length + extra.length;
          return scanned === right
            ? []
            : [
                {
                  at: ['scanned'],
                  message: `账上${expected}${measure}，少${missing.length}${measure}、多${extra.length}${measure}，应扫到${right}${measure}，写的是${scanned}${measure}`,
                  en: 'The figures do not agree with the differences',
                  todo: '请逐件写明差异，或核对数目',
                },
              ];
        },
      }),
    ],
    title: ({ day, place: where }) => (day ? `${day} ${placeOf(where) || '各处'}` : '盘点'),
    cardFacts: ({ expected, missing = [], extra = [] }) => [
      { label: '账上', value: expected === undefined ? '' : `${expected}${measure}` },
      {
        label: '差异',
        value: missing.length + extra.length === 0 ? '相符' : `少${missing.length}、多${extra.length}`,
      },
    ],
    columns: [
      { key: 'day', later: true },
      { key: 'place', later: true, ...(place.kind === 'choice' ? { filter: true as const } : {}) },
      { key: 'expected' },
      { key: 'scanned' },
    ],
    near: ['day', 'place'],
    day: 'day',
    stages: {
      first: 'counted',
      list: { counted: { label: '已盘点' }, signed: { label: '两人签字', ends: true } },
      moves: [{ key: 'sign', label: '签字', from: ['counted'], to: 'signed', second: true, basis }],
    },
  });
};
