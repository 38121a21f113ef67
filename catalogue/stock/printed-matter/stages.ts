import { blocking, type Json, type Problem } from '@zhitongche/base';
import { date, form, integer, text } from '@zhitongche/form';
import { type KeptRow, type Stages, STAYS } from '@zhitongche/register';
import { handOut, set } from './form.ts';

const stop = (code: string, at: string, message: string, en: string, todo: string): readonly Problem[] => [
  blocking(`print.${code}`, [at], message, en, { todo }),
];
const num = (value: Json | undefined): number => (typeof value === 'number' ? value : 0);
const left = ({ answers }: KeptRow): number => num(answers['left']);
const asked = (title: string, fields: Parameters<typeof form>[0][string]['fields']) =>
  form({ asked: { title, fields } });
const copies = integer('册数', { min: 1, unit: '册', required: true });
const why = text('原因', { max: 200, required: true });
const toCome = (on: Json | undefined, today: string) =>
  typeof on === 'string' && on > today
    ? stop('to-come', 'on', '日期还没有到', 'Still to come', '请核对日期')
    : [];
const most = (row: KeptRow, wanted: Json | undefined) =>
  num(wanted) > left(row)
    ? stop('too-many', 'copies', `只剩${left(row)}册`, 'Not so many left', '请减少册数或先加印')
    : [];

/** Errors found in ten thousand characters of the copies that were checked. */
export const perTenThousand = (errors: number, checked: number, words: number): number =>
  (errors * 10_000) / (checked * words);

/** Ordered, inspected by two on receipt, handed out until nothing is left. */
export const stages: Stages = {
  first: 'ordered',
  list: {
    ordered: { label: '在印' },
    in: { label: '在库', edits: true },
    over: { label: '已停用', ends: true },
  },
  moves: [
    {
      key: 'accept',
      label: '验收入库',
      from: ['ordered'],
      to: 'in',
      second: true,
      form: asked('验收', {
        on: date('验收日期', { required: true }),
        arrived: { ...set.fields.arrived, min: 1, required: true },
        checked: { ...set.fields.checked, min: 1, required: true },
        errors: { ...set.fields.errors, min: 0, required: true },
      }),
      fits: ({ answers }, { on, arrived, checked, errors }, { today, policy }) => [
        ...toCome(on, today),
        ...(num(checked) > num(arrived)
          ? stop('checked', 'checked', '抽查的多于实到', 'More than came', '请核对册数')
          : []),
        ...(num(arrived) > num(answers['ordered'])
          ? stop('arrived', 'arrived', '实到的多于印数', 'More than ordered', '请核对册数')
          : []),
        ...(num(checked) > 0 &&
        perTenThousand(num(errors), num(checked), num(answers['words'])) >
          policy.number('printed-matter.errors')
          ? stop(
              'errors',
              'errors',
              `差错率超过每万字${policy.number('printed-matter.errors')}处`,
              'Too many errors',
              '请退承印单位改正重印',
            )
          : []),
      ],
      sets: (_row, { on, arrived, checked, errors }) => ({
        receivedOn: on,
        arrived,
        checked,
        errors,
        left: arrived,
      }),
    },
    {
      key: 'hand',
      label: '发放',
      from: ['in'],
      to: STAYS,
      form: asked('发放', handOut),
      fits: (row, data, { today }) => [...toCome(data['on'], today), ...most(row, data['copies'])],
      sets: (row, data) => ({
        left: left(row) - num(data['copies']),
        handed: [...((row.answers['handed'] ?? []) as readonly Json[]), { ...data }],
      }),
    },
    {
      key: 'spoil',
      label: '报损',
      from: ['in'],
      to: STAYS,
      second: true,
      form: asked('报损', { copies, why }),
      fits: (row, data) => most(row, data['copies']),
      sets: (row, data) => ({ left: left(row) - num(data['copies']) }),
    },
    {
      key: 'stop',
      label: '停用',
      from: ['in'],
      to: 'over',
      needs: (row) =>
        left(row) > 0 ? stop('left', 'left', `还剩${left(row)}册`, 'Some are left', '先发完或报损') : [],
    },
  ],
};
