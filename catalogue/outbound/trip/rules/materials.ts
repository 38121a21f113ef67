import type { Basis, Level } from '@zhitongche/base';
import type { Check } from '@zhitongche/case';
import { practice } from '../basis.ts';
import type { TripAnswers } from '../form.ts';
import { key } from '../policy.ts';
import { citing, named, NONE, one, rule } from './rule.ts';

type Upload =
  | 'organiserNotice'
  | 'confirmations'
  | 'trainingApproval'
  | 'reemployment'
  | 'secrecyPledge'
  | 'entrustLetter'
  | 'coreFiling'
  | 'conferenceStatement';

interface Needed {
  readonly code: string;
  readonly upload: Upload;
  readonly name: string;
  readonly en: string;
  readonly level: Level;
  readonly basis: Basis;
  readonly when: (answers: TripAnswers) => boolean;
  readonly why: string;
  /** What to do, where more than the name of the paper must be said. */
  readonly todo?: string;
}

const CLASSIFIED: ReadonlySet<string> = new Set(['general', 'important', 'core']);

const needed: readonly Needed[] = [
  {
    code: 'M-01',
    upload: 'organiserNotice',
    name: '组团单位任务通知书',
    en: "the organiser's task notice",
    level: 'block',
    basis: practice('因公护照申办须知（双跨参团）', '凭组团单位任务通知书办理任务确认件'),
    when: ({ caseType }) => caseType === 'span-join' || caseType === 'join',
    why: '参加其他单位组织的团组',
  },
  {
    code: 'M-02',
    upload: 'confirmations',
    name: '外单位参团人员的任务确认件',
    en: "the participants' confirmations",
    level: 'warn',
    basis: practice(
      '北京市因公普通护照申请流程（自组团含外单位人员）',
      '外单位人员须由其派员单位审批机关出具任务确认件',
    ),
    // Who leads a 双跨 group gets the confirmations only after its own notice.
    when: ({ caseType, filerUnit, members }) =>
      (caseType === 'own' || caseType === 'training') &&
      (members ?? []).some(({ employer }) => employer && filerUnit && employer.trim() !== filerUnit.trim()),
    why: '团组含外单位人员',
  },
  {
    code: 'M-03',
    upload: 'trainingApproval',
    name: '培训审核件',
    en: 'the approval of the training project',
    level: 'block',
    basis: practice('外专发〔2016〕152号', '因公出国（境）培训计划申报审批'),
    when: ({ caseType, missionKind }) => caseType === 'training' || missionKind === 'training',
    why: '培训团组',
  },
  {
    code: 'M-04',
    upload: 'reemployment',
    name: '返聘文件',
    en: 'the re-employment papers',
    level: 'block',
    basis: practice('因公出国人员管理制度', '返聘人员须提供返聘文件'),
    when: ({ members }) => (members ?? []).some((m) => m.employment === 'reemployed'),
    why: '团组有返聘人员',
  },
  {
    code: 'M-05',
    upload: 'secrecyPledge',
    name: '保密义务承诺书和单位同意派出函',
    en: 'the secrecy pledge and the consent of the unit',
    level: 'block',
    basis: practice('因公出国涉密人员管理制度', '涉密人员须签订保密义务承诺书并经单位同意'),
    when: ({ members }) => (members ?? []).some((m) => CLASSIFIED.has(m.secrecy ?? '')),
    why: '团组有涉密人员',
  },
  {
    code: 'M-09',
    upload: 'entrustLetter',
    name: '派遣单位委托函',
    en: 'the letter of the employer that dispatches the self-engaged member',
    level: 'block',
    basis: practice('因公出国（境）线上申请服务', '自聘人员须提供派遣单位委托函'),
    when: ({ members }) => (members ?? []).some((m) => m.employment === 'engaged'),
    why: '团组有自聘人员',
  },
  {
    code: 'M-10',
    upload: 'coreFiling',
    name: '核心涉密人员备案表',
    en: 'the filing form of the holder of core secrets',
    level: 'block',
    basis: practice('因公出国涉密人员管理制度', '核心涉密人员另填备案表'),
    when: ({ members }) => (members ?? []).some((m) => m.secrecy === 'core'),
    why: '团组有核心涉密人员',
  },
  {
    code: 'M-11',
    upload: 'conferenceStatement',
    name: '参加学术会议情况说明',
    en: 'the statement on the conference',
    level: 'warn',
    basis: practice('因公出国（境）学术会议申报要求', '单位说明论文观点、泄密、知识产权和教学工作安排'),
    when: ({ academicConference }) => academicConference === true,
    why: '参加学术会议',
    todo: '请上传单位说明：论文观点、有无泄密、知识产权归属、教学工作安排；暂未取得的请说明何时补交',
  },
];

/** Papers that a case needs because of what it is or who travels. */
export const materialRules: readonly Check[] = [
  ...needed.map((need) =>
    rule({
      code: need.code,
      title: `${need.why}的，附${need.name}`,
      level: need.level,
      basis: need.basis,
      reads: [],
      run: (answers) =>
        !need.when(answers) || (answers[need.upload] ?? []).length > 0
          ? NONE
          : one({
              at: [need.upload],
              message: `${need.why}，还没有上传${need.name}`,
              en: `Please attach ${need.en}`,
              todo:
                need.todo ??
                (need.level === 'block' ? `请上传${need.name}` : '请上传；暂未取得的请说明何时补交'),
            }),
    }),
  ),
  rule({
    code: 'M-07',
    title: '高龄返聘人员附健康担保证明',
    level: 'block',
    basis: practice('因公出国人员管理制度', '70岁以上返聘人员须提供健康担保证明'),
    reads: ['members', 'exitDate'],
    run({ members, exitDate, healthGuarantee }, context) {
      if ((healthGuarantee ?? []).length > 0) return NONE;
      const age = context.policy.number(key('health-age'));
      return members.flatMap((member, i) => {
        const born = member.birthDate;
        if (member.employment !== 'reemployed' || !born) return [];
        const turns = `${Number(born.slice(0, 4)) + age}${born.slice(4)}`;
        return turns > exitDate
          ? []
          : [
              {
                at: ['healthGuarantee'],
                message: `${named(member.name, i)}已满${age}岁，须附健康担保证明`,
                en: `A health guarantee is needed from the age of ${age}`,
                todo: '请上传健康担保证明',
                ...citing(context, 'health-age'),
              },
            ];
      });
    },
  }),
];
