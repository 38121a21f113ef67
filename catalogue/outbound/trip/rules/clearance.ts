import type { Check, Finding } from '@zhitongche/case';
import { education2015, practice } from '../basis.ts';
import { CLEARANCES, labelOf, RANKS } from '../choices.ts';
import { key } from '../policy.ts';
import { citing, named, NONE, one, rule } from './rule.ts';

const CLEARED = practice('因公临时出国（境）人员备案表（填报要求）', '逐人填报本人和家庭成员情况');
const ABROAD = {
  foreignNationality: '取得外国国籍',
  foreignResidence: '取得国（境）外长期、永久居留权',
} as const;
const QUESTIONS = ['foreignNationality', 'foreignResidence'] as const;

/** 人员备案、政审: how each traveller is cleared, and what he tells of himself and his family (§5.4, §5.8). */
export const clearanceRules: readonly Check[] = [
  rule({
    code: 'P-03',
    title: '本人或家庭成员取得外国国籍、境外长期居留权的须如实说明',
    level: 'warn',
    basis: education2015('如实填报外国国籍和境外居留情况'),
    reads: ['members'],
    run({ members, relatives }) {
      const told = (
        path: readonly (string | number)[],
        who: string,
        question: (typeof QUESTIONS)[number],
      ) => ({
        at: [...path, question],
        message: `${who}${ABROAD[question]}`,
        en: 'Holds a foreign nationality or long-term residence abroad',
        todo: '请说明情况，由派员单位提出意见',
      });
      return [
        ...members.flatMap((member, i) =>
          QUESTIONS.flatMap((asked) =>
            member[asked] ? [told(['members', i], named(member.name, i), asked)] : [],
          ),
        ),
        ...(relatives ?? []).flatMap((relative, i) =>
          QUESTIONS.flatMap((asked) =>
            relative[asked]
              ? [told(['relatives', i], `${relative.traveller ?? ''}的家庭成员（第${i + 1}行）`, asked)]
              : [],
          ),
        ),
      ];
    },
  }),
  rule({
    code: 'P-04',
    title: '每名出访人员填报家庭成员，或说明没有',
    level: 'block',
    basis: CLEARED,
    reads: ['members'],
    run({ members, relatives = [] }) {
      const names = new Set(members.flatMap(({ name }) => name ?? []));
      const told = new Set(relatives.flatMap(({ traveller }) => traveller?.trim() ?? []));
      // Travellers of one name share their rows.
      const withFamily = new Set(members.flatMap(({ name, hasFamily }) => (name && hasFamily ? [name] : [])));
      const rows = members.flatMap((member, i): readonly Finding[] => {
        const { name, hasFamily } = member;
        if (!name || hasFamily === undefined || hasFamily === told.has(name)) return [];
        if (!hasFamily && withFamily.has(name)) return [];
        return hasFamily
          ? [
              {
                at: ['relatives'],
                message: `没有填写${name}的家庭成员`,
                en: 'The family of this traveller is missing',
                todo: `请逐人填写，“出访人员”填${name}；没有家庭成员的，请在人员表中改选“否”`,
              },
            ]
          : [
              {
                at: ['members', i, 'hasFamily'],
                message: `${name}选择没有家庭成员，“家庭成员”中却填有`,
                en: 'Said to have no family, but relatives are listed',
                todo: '请改选“是”，或删去相应各行',
              },
            ];
      });
      const strangers = relatives.flatMap(({ traveller }, i): readonly Finding[] =>
        traveller === undefined || names.has(traveller.trim())
          ? []
          : [
              {
                at: ['relatives', i, 'traveller'],
                message: `${traveller}不在团组人员中`,
                en: 'Nobody of this name travels',
                todo: '请按团组人员表中的姓名填写，或删去这一行',
              },
            ],
      );
      return [...rows, ...strangers];
    },
  }),
  rule({
    code: 'P-05',
    title: '人员审查方式与职级相符，沿用的审查批件在出境时仍然有效',
    level: 'warn',
    basis: practice(
      '因公出国（境）政审办理须知',
      '正处级以上人员填报备案表；其他人员办理政审批件，在有效期内再次出访的填报备案表',
    ),
    reads: ['members'],
    run({ members, exitDate }, context) {
      const ranks = context.policy.list(key('clearance.filing-ranks'));
      return members.flatMap((member, i): readonly Finding[] => {
        const who = named(member.name, i);
        const { rank, clearance, clearanceUntil } = member;
        if (clearance === 'filing' && rank && !ranks.includes(rank))
          return [
            {
              at: ['members', i, 'clearance'],
              message: `${who}（${labelOf(RANKS, rank)}）只填了${CLEARANCES.filing}，一般须有审查批件`,
              en: 'At this rank a filing form alone is usually not enough',
              todo: '请改为新办政审或沿用在有效期内的审查批件，或说明理由',
              ...citing(context, 'clearance.filing-ranks'),
            },
          ];
        if (clearance === 'valid' && clearanceUntil && clearanceUntil < (exitDate ?? context.today))
          return [
            {
              at: ['members', i, 'clearanceUntil'],
              level: 'block',
              message: `${who}的审查批件${clearanceUntil}到期，出境时已经失效`,
              en: 'The earlier clearance has run out before the departure',
              todo: '请重新办理政审',
            },
          ];
        return [];
      });
    },
  }),
  rule({
    code: 'M-12',
    title: '人员备案表、审查批件随申报上传的，须附齐',
    level: 'block',
    basis: practice('因公临时出国（境）审核办事指南', '申报材料含因公临时出国（境）人员备案表'),
    reads: ['members'],
    run({ members, clearancePapers }, context) {
      if ((clearancePapers ?? []).length > 0) return NONE;
      const handedIn = !context.policy.flag(key('personnel-filing'));
      const earlier = members.flatMap(({ clearance, name }, i) =>
        clearance === 'valid' ? [named(name, i)] : [],
      );
      if (!handedIn && earlier.length === 0) return NONE;
      return one({
        at: ['clearancePapers'],
        message: handedIn
          ? '还没有上传人员备案表、审查批件'
          : `${earlier.join('、')}沿用原审查批件，还没有上传`,
        en: 'The clearance papers of the travellers are missing',
        todo: handedIn ? '请上传每名人员的备案表，办理政审的附审查批件' : '请上传在有效期内的审查批件',
        ...(handedIn ? citing(context, 'personnel-filing') : {}),
      });
    },
  }),
];
