import { BUSINESS_ROLES } from '@zhitongche/access';
import { addDays } from '@zhitongche/base';
import { checksFor } from '@zhitongche/case';
import { text } from '@zhitongche/form';
import { defineRegister } from '@zhitongche/register';
import { LIBRARY } from './basis.ts';
import { lawForm, READ, SORTS } from './form.ts';
import { samples } from './samples.ts';
import { stages } from './stages.ts';

const check = checksFor<typeof lawForm>();
const KEEPERS = ['handler', 'division-head'] as const;

/** 法规库: every law and notice the product cites, with its term and whether anybody has read it. */
export const laws = defineRegister({
  code: 'law',
  name: '法规库',
  noun: '法规文件',
  en: 'Laws and notices',
  category: '综合',
  what: '系统里每一条依据出自哪里：文号、机关、施行与失效，原文核过没有。',
  basis: [LIBRARY.title],
  measure: '件',
  form: lawForm,
  set: { title: '废止', fields: { endedBy: text('依据文件', { max: 200 }) } },
  checks: [
    check({
      code: 'L-01',
      title: '失效日期不早于施行日期',
      level: 'block',
      basis: LIBRARY,
      reads: ['from', 'until'],
      run: ({ from, until }) =>
        until < from
          ? [
              {
                at: ['until'],
                message: '失效早于施行',
                en: 'It ends before it begins',
                todo: '请核对两个日期',
              },
            ]
          : [],
    }),
    check({
      code: 'L-02',
      title: '核过原文的写明来源',
      level: 'block',
      basis: LIBRARY,
      reads: ['read'],
      run: ({ read, source }) =>
        read === 'whole' && !source
          ? [
              {
                at: ['source'],
                message: '写着原文已核，没有写文本来源',
                en: 'Say where the text was read',
                todo: '请写明从哪里读到原文；没有读过的，选“原文未核”',
              },
            ]
          : [],
    }),
  ],
  facts: { tables: [], lookups: {} },
  policies: [
    {
      key: 'law.end-warn',
      label: '法规失效前几天提醒',
      type: 'list',
      default: ['90', '30', '0'],
      unconfirmed: true,
    },
  ],
  title: ({ number, title }) => [number, title].filter(Boolean).join(' ') || '法规文件',
  cardFacts: ({ sort, issuer, read }) => [
    { label: '效力层级', value: SORTS[sort as keyof typeof SORTS] ?? '' },
    { label: '制定机关', value: issuer ?? '' },
    { label: '原文', value: READ[read as keyof typeof READ] ?? '' },
  ],
  columns: [
    { key: 'title', later: true },
    { key: 'number', later: true },
    { key: 'sort', filter: true },
    { key: 'read', filter: true },
    { key: 'issuer' },
    { key: 'from' },
    { key: 'until' },
    { key: 'source', later: true },
  ],
  unique: ['title'],
  near: ['number'],
  stages,
  dates: [
    {
      field: 'until',
      label: '失效',
      warn: 'law.end-warn',
      after: 'end',
      when: ({ stage }) => stage !== 'ended',
    },
  ],
  cited: {
    names: ['names', 'name'],
    mark: ({ stage, answers: { read, until } }, today) => {
      if (stage === 'ended') return '已废止';
      const ends = typeof until === 'string' && until !== '' ? until : '';
      const near = ends !== '' && (stage === 'ending' || ends <= addDays(today, 90)) ? `${ends}失效` : '';
      return [near, read === 'unread' ? READ.unread : ''].filter(Boolean).join('，');
    },
  },
  relations: [{ key: 'replaces', label: '代替', back: '被代替', to: 'law', acyclic: true }],
  readers: [
    { roles: BUSINESS_ROLES.filter((role) => !KEEPERS.some((keeper) => keeper === role)), rows: 'office' },
  ],
  keepers: KEEPERS,
  samples: () => samples,
});
