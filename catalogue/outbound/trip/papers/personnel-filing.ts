import { type Block, type Cell, dayInChinese } from '@zhitongche/base';
import { type CaseState, type PaperDef, paperFor } from '@zhitongche/case';
import {
  CLEARANCES,
  EMPLOYMENTS,
  labelOf,
  MARITAL,
  POLITICS,
  RANKS,
  RELATIONS,
  ROLES_IN_GROUP,
  SECRECY,
} from '../choices.ts';
import { holderOf } from '../custody.ts';
import { effectiveTrip } from '../effective.ts';
import { paper } from '../../../shared/papers.ts';
import { wordsOf } from './parts.ts';
import { sexOf } from '../../../shared/travel-words.ts';

const KEY = 'personnel-filing';
const label = (text: string): Cell => ({ text, label: true });
const yes = (answer: boolean | undefined): string => (answer === undefined ? '' : answer ? '是' : '否');

/** Names of the forms a trip needs: one for each traveller. */
export const personnelFilings = (state: CaseState): readonly string[] => {
  const { members = [] } = effectiveTrip(state);
  return members.map((_, i) => paperFor(KEY, holderOf(members, i)));
};

/** Where opinions are written and sealed by hand. */
const room = (who: string): readonly Cell[] => [
  label(who),
  { text: '', columns: 3, height: 24, foot: ['（盖章）', '年　　月　　日'] },
];

/**
 * 因公临时出国人员备案表: one for each traveller, filled in from the filing, for the authority that manages him to answer. No
 * official layout was found; the parts are those that units ask for.
 */
export const personnelFiling: PaperDef = {
  key: KEY,
  title: '因公临时出国人员备案表',
  issuer: 'office',
  addressed: true,
  signed: false,
  docx: true,
  publicFacts: (facts) => [
    { label: '文书', en: 'Paper', value: '因公临时出国人员备案表' },
    { label: '填报单位', en: 'Filed by', value: wordsOf(facts).trip.filerUnit ?? '' },
    { label: '办件编号', en: 'Case', value: facts.caseNumber },
  ],
  build(facts) {
    const words = wordsOf(facts);
    const { trip, members } = words;
    const place = Math.max(
      members.findIndex((_, i) => holderOf(members, i) === facts.addressee),
      0,
    );
    const { name = '', ...m } = members[place] ?? {};
    const unit = trip.filerUnit ?? '';
    const family = (trip.relatives ?? []).filter(({ traveller }) => traveller === name);
    const wide = (text: string): Cell => ({ text, columns: 3 });
    const blocks: readonly Block[] = [
      { kind: 'title', lines: ['因公临时出国人员备案表'] },
      {
        kind: 'table',
        size: 'list',
        widths: [11, 14, 11, 14],
        rows: [
          [label('姓名'), name, label('性别'), sexOf(m.sex)],
          [label('出生日期'), m.birthDate ?? '', label('出生地'), m.birthPlace ?? ''],
          [label('民族'), m.nation ?? '', label('户籍地'), m.household ?? ''],
          [label('政治面貌'), labelOf(POLITICS, m.politics), label('婚姻状况'), labelOf(MARITAL, m.marital)],
          [label('健康状况'), m.health ?? '', label('身份证号'), m.citizenId ?? ''],
          [label('工作单位'), wide(m.employer ?? '')],
          [label('职务（职称）'), m.post ?? '', label('职级'), labelOf(RANKS, m.rank)],
          [
            label('在职情况'),
            labelOf(EMPLOYMENTS, m.employment),
            label('涉密情况'),
            labelOf(SECRECY, m.secrecy),
          ],
          [
            label('取得外国国籍'),
            yes(m.foreignNationality),
            label('取得国（境）外长期、永久居留权'),
            yes(m.foreignResidence),
          ],
          [label('团组名称'), wide(trip.groupName ?? '')],
          [label('团组身份'), labelOf(ROLES_IN_GROUP, m.role), label('对外身份'), m.foreignTitle ?? ''],
          [label('出访任务'), wide(trip.purpose ?? '')],
          [label('出访国家'), `${words.countries}${words.via}`, label('在外停留'), `${words.days}天`],
          [label('起止日期'), wide(words.dates)],
          [
            label('审查方式'),
            `${labelOf(CLEARANCES, m.clearance)}${m.clearanceNumber ? `（${m.clearanceNumber}${m.clearanceUntil ? `，至${dayInChinese(m.clearanceUntil)}` : ''}）` : ''}`,
            label('人员审批单位'),
            m.clearanceBy ?? '',
          ],
        ],
      },
      { kind: 'heading', level: 2, text: '家庭成员' },
      {
        kind: 'table',
        size: 'list',
        widths: [6, 8, 5, 8, 13, 8, 6],
        header: [['称谓', '姓名', '年龄', '政治面貌', '工作单位及职务', '居住地', '外籍、境外居留']],
        rows:
          family.length === 0
            ? [[{ text: '无', columns: 7, align: 'center' }]]
            : family.map((one) => [
                labelOf(RELATIONS, one.relation),
                one.name ?? '',
                one.age === undefined ? '' : `${one.age}`,
                labelOf(POLITICS, one.politics),
                `${one.employer ?? ''}${one.post ?? ''}`,
                one.residence ?? '',
                one.foreignNationality || one.foreignResidence ? '有' : '无',
              ]),
      },
      { kind: 'heading', level: 2, text: '审核意见' },
      {
        kind: 'table',
        size: 'list',
        widths: [11, 14, 11, 14],
        rows: ['派员单位意见', '组织（人事）部门意见', '人员审批单位意见'].map(room),
      },
      { kind: 'verification', url: facts.verify.url, code: facts.verify.code },
    ];
    const form = paper(facts, KEY, `人员备案表 ${facts.addressee ?? name}`, blocks);
    return { ...form, issuer: unit };
  },
};
