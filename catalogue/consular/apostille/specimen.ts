import { checksFor } from '@zhitongche/case';
import { choice, date, files, form, options, text } from '@zhitongche/form';
import { defineRegister } from '@zhitongche/register';
import { convention, SPECIMENS } from './basis.ts';

/** What a specimen is of. */
export const SPECIMEN_KINDS = { seal: '印鉴', signature: '签名' } as const;

const specimenForm = form({
  specimen: {
    title: '样本',
    fields: {
      kind: choice('种类', options(SPECIMEN_KINDS), { required: true, width: 4 }),
      issuer: text('出证机构', { max: 60, required: true, width: 8 }),
      name: text('印鉴名称或签署人', { max: 80, required: true, width: 6, help: '与文书上的写法一致' }),
      capacity: text('签署人身份', {
        max: 60,
        width: 6,
        shown: (row, whole) => (row.kind ?? whole.kind) === 'signature',
      }),
      from: date('启用日期', { required: true, width: 4 }),
      until: date('停用日期', { width: 4, help: '现行的空着' }),
      letter: text('备案函文号', { max: 60, width: 4 }),
      picture: files('样本图', {
        accept: ['jpg', 'jpeg', 'png'],
        maxBytes: 5 * 1024 * 1024,
        maxFiles: 1,
        required: true,
        help: '盖、签在白纸上，拍照或扫描',
      }),
    },
  },
});

/** 印鉴签名样本库: the seals and signatures of whoever issues public documents, as filed here. */
export const sealSpecimens = defineRegister({
  code: SPECIMENS,
  name: '印鉴签名样本库',
  noun: '样本',
  en: 'Seals and signatures on file',
  category: '领事认证',
  what: '公证处、贸促会、法院等出证机构的印鉴和签署人签名样本，审查文书时与扫描件并排比对。',
  basis: [convention('第三条').title],
  measure: '份',
  form: specimenForm,
  checks: [
    checksFor<typeof specimenForm>()({
      code: 'Y-01',
      title: '停用不早于启用',
      level: 'block',
      basis: convention('第五条'),
      reads: ['from', 'until'],
      run: ({ from, until }) =>
        until < from
          ? [{ at: ['until'], message: '停用日期早于启用日期', en: 'Ends before it begins', todo: '请核对' }]
          : [],
    }),
  ],
  title: ({ issuer, name }) => [issuer, name].filter(Boolean).join(' ') || '样本',
  cardFacts: ({ kind, from, until }) => [
    { label: '种类', value: kind === undefined ? '' : SPECIMEN_KINDS[kind] },
    { label: '有效', value: `${from ?? ''}至${until ?? '今'}` },
  ],
  unique: ['kind', 'issuer', 'name', 'from'],
  near: ['issuer', 'name'],
  day: 'from',
  order: 'name',
  dates: [{ field: 'until', label: '样本停用', days: [30, 0] }],
  readers: [
    { roles: ['window', 'countersigner', 'division-head', 'deputy-director', 'director'], rows: 'office' },
  ],
  keepers: ['handler'],
  samples: () => [
    {
      answers: {
        kind: 'seal',
        issuer: '云泽市中信公证处',
        name: '云泽市中信公证处',
        from: '2024-01-01',
        picture: [
          {
            id: '00000000-0000-4000-8000-000000000001',
            name: '印鉴样本.png',
            size: 1,
            type: 'image/png',
            digest: '0'.repeat(64),
          },
        ],
      },
    },
  ],
});
