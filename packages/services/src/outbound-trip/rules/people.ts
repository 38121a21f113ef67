import { addMonths, parseCitizenId } from '@zhitongche/kernel';
import type { Check } from '@zhitongche/kernel';
import { education2015, funds516, opinion16, passportDesk, practice } from '../basis.ts';
import { CABINS, labelOf, RANKS } from '../choices.ts';
import { key } from '../policy.ts';
import { kinOf } from './company.ts';
import { citing, named, NONE, one, rule } from './rule.ts';

const CABIN_ORDER = Object.keys(CABINS);
const BEST_CABIN: Readonly<Record<string, string>> = { ministry: 'first', bureau: 'business' };

/** Who may travel, in what company, on which document and in which cabin. */
export const peopleRules: readonly Check[] = [
  rule({
    code: 'R-10',
    title: '不得安排配偶、子女同行',
    level: 'block',
    basis: opinion16('不得携带配偶和子女同行'),
    reads: [],
    run: ({ family, members, relatives }) => [
      ...(family
        ? one({
            at: ['family'],
            message: '因公出访不得安排配偶、子女同行',
            en: 'Spouses and children may not travel with the delegation',
            todo: '请调整人员后再申报',
          })
        : NONE),
      ...kinOf(members ?? [], relatives ?? []),
    ],
  }),
  rule({
    code: 'R-11',
    title: '同一单位的领导班子成员原则上不同团出访',
    level: 'warn',
    basis: education2015('领导班子成员原则上不得同团出访'),
    reads: ['members'],
    run({ members }) {
      const byUnit = new Map<string, { readonly row: number; readonly name: string | undefined }[]>();
      members.forEach(({ leadership, employer, name }, row) => {
        if (leadership && employer) byUnit.set(employer, [...(byUnit.get(employer) ?? []), { row, name }]);
      });
      return [...byUnit]
        .filter(([, group]) => group.length > 1)
        .map(([unit, group]) => ({
          at: ['members', group[1]?.row ?? 0, 'leadership'],
          message: `${group.map((m) => named(m.name, m.row)).join('、')}同为${unit}领导班子成员`,
          en: 'Leaders of one unit should not travel in the same delegation',
          todo: '请调整人员，或说明必须同团的理由',
        }));
    },
  }),
  rule({
    code: 'R-18',
    title: '不派遣离退休人员；返聘的教学科研人员从事学术交流除外',
    level: 'block',
    basis: practice(
      '《关于严格控制领导干部出国访问的规定》（1989）、山东省关于领导干部因公出国的规定（2013）',
      '不派遣离退休人员',
    ),
    reads: ['members'],
    run: (answers) =>
      answers.members.flatMap((member, i) => {
        // Of whoever else comes along nothing is allowed, and nothing taken from whom it is meant for.
        const allowed =
          member.employment === 'reemployed' &&
          answers.missionKind === 'academic' &&
          member.academic !== false;
        if ((member.employment !== 'retired' && member.employment !== 'reemployed') || allowed) return [];
        return [
          {
            at: ['members', i, 'employment'],
            message: `${named(member.name, i)}已离退休，不列入因公临时出国团组`,
            en: 'Retired persons are not sent on official trips',
            todo: '请更换人员；返聘的教学科研人员请在“任务性质”选择学术交流合作',
          },
        ];
      }),
  }),
  rule({
    code: 'R-24',
    title: '护照有效期在回国后应有足够余期',
    level: 'warn',
    basis: passportDesk('有效期不足6个月的一般应换发'),
    reads: ['members', 'entryDate'],
    run({ members, entryDate }, context) {
      const months = context.policy.number(key('passport-months'));
      const needed = addMonths(entryDate, months);
      return members.flatMap((member, i) =>
        member.passportUntil && member.passportUntil < needed
          ? [
              {
                at: ['members', i, 'passportUntil'],
                message: `${named(member.name, i)}的护照${member.passportUntil}到期，回国后不足${months}个月`,
                en: `Passport expires less than ${months} months after the return`,
                todo: '请换发护照',
                ...citing(context, 'passport-months'),
              },
            ]
          : [],
      );
    },
  }),
  rule({
    code: 'R-25',
    title: '一人只使用一本有效因公护照',
    level: 'block',
    basis: passportDesk('持有有效因公护照的应先交回'),
    reads: ['members'],
    run: ({ members }) =>
      members.flatMap((member, i) =>
        member.otherPassport
          ? [
              {
                at: ['members', i, 'otherPassport'],
                message: `${named(member.name, i)}另有一本有效因公护照未交回`,
                en: 'Another valid official passport has not been handed in',
                todo: '请先交回后再申报',
              },
            ]
          : [],
      ),
  }),
  rule({
    code: 'R-26',
    title: '不得持因私护照执行因公出访任务',
    level: 'block',
    basis: practice('因公临时出国（境）团组须知', '不得持因私护照出访'),
    reads: ['members'],
    run: ({ members }) =>
      members.flatMap((member, i) =>
        member.passportKind === 'private' && (member.privateGrounds ?? 'none') === 'none'
          ? [
              {
                at: ['members', i, 'passportKind'],
                message: `${named(member.name, i)}拟使用因私护照，因公出访应持因公护照`,
                en: 'An official trip needs an official passport',
                todo: '请办理因公护照；在读学生、公派留学、持有目的地居留许可的，请选择相应情形',
              },
            ]
          : [],
      ),
  }),
  rule({
    code: 'R-27',
    title: '不得同时携带因公、因私往来港澳通行证',
    level: 'warn',
    basis: practice('教职工因公赴港澳手续', '不得同时携带因公和因私通行证'),
    reads: ['bothPermits'],
    run: ({ bothPermits }) =>
      bothPermits
        ? one({
            at: ['bothPermits'],
            message: '有人同时携带因公、因私往来港澳通行证',
            en: 'Official and private Hong Kong/Macao permits must not be carried together',
            todo: '请只携带因公通行证',
          })
        : NONE,
  }),
  rule({
    code: 'R-31',
    title: '国际航班舱位不高于本人职级可乘坐的舱位',
    level: 'block',
    basis: funds516('省部级可乘头等舱，厅局级可乘公务舱，其余人员乘经济舱'),
    reads: ['members'],
    run: ({ members }) =>
      members.flatMap((member, i) => {
        if (!member.rank || !member.cabin) return [];
        const best = BEST_CABIN[member.rank] ?? 'economy';
        if (CABIN_ORDER.indexOf(member.cabin) >= CABIN_ORDER.indexOf(best)) return [];
        return [
          {
            at: ['members', i, 'cabin'],
            message: `${named(member.name, i)}（${labelOf(RANKS, member.rank)}）最高可乘${labelOf(CABINS, best)}`,
            en: 'The cabin is above what the rank allows',
            todo: `请改为${labelOf(CABINS, best)}或更低舱位`,
          },
        ];
      }),
  }),
  rule({
    code: 'P-01',
    title: '自组团和培训团组须有且只有一名团长',
    level: 'block',
    basis: practice('因公临时出国（境）团组须知', '团长负责制'),
    reads: ['members', 'caseType'],
    run({ members, caseType }) {
      const leaders = members.filter((m) => m.role === 'leader').length;
      const joins = caseType === 'span-join' || caseType === 'join';
      if (leaders === 1 || (joins && leaders === 0)) return NONE;
      return one({
        at: ['members'],
        message: leaders === 0 ? '团组还没有团长' : `团组填了${leaders}名团长`,
        en: 'The delegation needs exactly one head',
        todo: '请在“团组身份”中确定一名团长',
      });
    },
  }),
  rule({
    code: 'P-02',
    title: '身份证号与性别、出生日期一致，同一人只填一次',
    level: 'block',
    basis: { title: 'GB 11643-1999《公民身份号码》' },
    reads: ['members'],
    run({ members }) {
      const seen = new Map<string, number>();
      return members.flatMap((member, i) => {
        const id = member.citizenId ? parseCitizenId(member.citizenId) : undefined;
        if (!id?.ok) return [];
        const who = named(member.name, i);
        const twin = seen.get(id.value.number);
        seen.set(id.value.number, i);
        return [
          ...(twin === undefined
            ? []
            : [
                {
                  at: ['members', i, 'citizenId'],
                  message: `${who}与第${twin + 1}人身份证号相同`,
                  en: 'This person is listed twice',
                  todo: '请删除重复的一行',
                },
              ]),
          ...(member.birthDate && member.birthDate !== id.value.birth
            ? [
                {
                  at: ['members', i, 'birthDate'],
                  message: `${who}的出生日期与身份证号不一致`,
                  en: 'The birth date differs from the identity number',
                  todo: '请对照身份证核对，批件、护照、签证均以此为准',
                },
              ]
            : []),
          ...(member.sex && member.sex !== id.value.sex
            ? [
                {
                  at: ['members', i, 'sex'],
                  message: `${who}的性别与身份证号不一致`,
                  en: 'The sex differs from the identity number',
                  todo: '请对照身份证核对',
                },
              ]
            : []),
        ];
      });
    },
  }),
];
