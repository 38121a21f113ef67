import {
  choice,
  choices,
  date,
  form,
  identifier,
  integer,
  table,
  text,
  yesNo,
  yuan,
  type AnswersOf,
  type Ask,
} from '@zhitongche/form';
import type { Json } from '@zhitongche/base';
import { OPTIONS } from './choices.ts';
import { fromPlan } from './fields/from-plan.ts';
import { feeColumns, fareColumns, journeyColumns } from './fields/funding.ts';
import { isTraining, legColumns, programmeColumns } from './fields/itinerary.ts';
import { publicityColumns } from './fields/materials.ts';
import { scan } from '../../shared/scan.ts';
import { memberColumns } from './fields/members.ts';
import { relativeColumns } from './fields/relatives.ts';

const joins: Ask = (a) => a.caseType === 'span-join' || a.caseType === 'join';
const spans: Ask = (a) => a.caseType === 'span-lead';
const someMember =
  (key: string, values: readonly Json[]): Ask =>
  (a) =>
    Array.isArray(a.members) &&
    a.members.some((row) => {
      const cell: unknown = row instanceof Object && !Array.isArray(row) ? Reflect.get(row, key) : undefined;
      return values.some((value) => value === cell);
    });

/** What a unit tells about a trip, section by section. */
export const tripForm = form({
  basics: {
    title: '团组基本情况',
    en: 'Delegation',
    fields: {
      caseType: choice('申报类型', OPTIONS.caseTypes, { required: true }),
      groupName: text('团组名称', { max: 60, required: true, help: '如：某某市赴日本友好访问团' }),
      organiser: text('组团单位', { max: 60, required: true }),
      filerUnit: text('申报单位', { max: 60, required: true }),
      dispatchUnits: text('派员单位', {
        max: 300,
        lines: 2,
        help: '多个单位用顿号分开',
        required: spans,
        shown: (a) => spans(a, a) || joins(a, a),
      }),
      organiserNumber: text('组团单位任务通知书文号', { max: 60, required: true, shown: joins }),
      groupTotal: integer('所参加团组的总人数', {
        min: 1,
        max: 999,
        unit: '人',
        required: true,
        help: '含组团单位和其他派员单位的人员',
        shown: joins,
      }),
      missionKind: choice('任务性质', OPTIONS.missionKinds, {
        required: true,
        help: '国际会议、文艺演出等任务的人数和天数按个案审定',
      }),
      taskKind: choice('出访类别', OPTIONS.taskKinds, { required: true }),
      inPlan: yesNo('列入本年度出访计划', { required: true }),
      planNumber: text('计划编号', {
        max: 40,
        required: true,
        help: '从本单位已批复的计划里选；没有计划台账的填计划编号',
        pick: fromPlan,
        shown: (a) => a.inPlan === true,
      }),
      planSwap: text('计划外理由及置换的计划', {
        max: 500,
        lines: 3,
        help: '说明在总量内置换哪一个计划团组',
        shown: (a) => a.inPlan === false,
      }),
      urgency: choice(
        '紧急程度',
        [
          { value: 'normal', label: '一般' },
          { value: 'urgent', label: '加急' },
        ],
        { required: true, help: '加急件在办理人的列表中标出，承诺时限较短' },
      ),
      contactName: text('联系人', { max: 30, required: true }),
      contactPhone: identifier('phone', '联系电话', { required: true, sensitivity: 'personal' }),
    },
  },
  mission: {
    title: '出访任务',
    en: 'Purpose',
    fields: {
      academicConference: yesNo('参加学术会议', {
        required: true,
        shown: (a) => a.missionKind === 'conference' || a.missionKind === 'academic',
      }),
      purpose: text('出访事由', { max: 50, required: true, help: '一句话，将印在任务批件上' }),
      necessity: text('出访必要性', { max: 1000, lines: 4, required: true }),
      tasks: text('在各国的主要任务', {
        max: 2000,
        lines: 6,
        required: true,
        help: '逐国写明拜会谁、谈什么、签什么',
      }),
      results: text('预期成果', { max: 1000, lines: 3, required: true }),
      paperNote: text('附注', {
        max: 300,
        lines: 2,
        help: '需在批件、通知书、确认件上注明的其他事项，没有的不填',
      }),
    },
  },
  members: {
    title: '团组人员',
    en: 'Members',
    intro: '人员情况和家庭成员用于人员备案、政审，只有办理本申报的人员可见。',
    fields: {
      members: table('团组人员', memberColumns, {
        required: true,
        minRows: 1,
        maxRows: 200,
        rowName: '人',
        importable: true,
        names: ['name', 'role'],
        lead: [['name', 'role'], ['post', 'rank'], 'employer', ['passportNumber', 'passportUntil']],
      }),
      relatives: table('家庭成员', relativeColumns, {
        maxRows: 2000,
        rowName: '位家属',
        importable: true,
        names: ['name', 'relation'],
        lead: [
          ['name', 'relation'],
          'traveller',
          ['employer', 'post'],
          ['foreignNationality', 'foreignResidence'],
        ],
        help: '逐人填写配偶、子女、父母等，“出访人员”填其姓名',
        required: someMember('hasFamily', [true]),
        shown: someMember('hasFamily', [true]),
      }),
      family: yesNo('有无配偶、子女同行', { required: true }),
      bothPermits: yesNo('有人同时携带因公、因私往来港澳通行证', {
        required: true,
        shown: (a) =>
          Array.isArray(a.legs) &&
          a.legs.some(
            (leg) =>
              leg instanceof Object && 'country' in leg && (leg.country === '香港' || leg.country === '澳门'),
          ),
      }),
    },
  },
  itinerary: {
    title: '行程',
    en: 'Itinerary',
    intro: '出境日和入境日按进出我国国境填写，都计入在外天数。',
    fields: {
      exitDate: date('出境日期', { required: true }),
      entryDate: date('入境日期', { required: true }),
      route: text('往返路线', { max: 200, required: true, help: '如：北京—东京—大阪—北京' }),
      legs: table('出访地', legColumns, {
        required: true,
        minRows: 1,
        maxRows: 20,
        rowName: '站',
        names: ['country', 'city'],
        lead: [['country', 'city'], ['arrive', 'leave'], ['inviter', 'inviterPost'], 'hotelPrice'],
      }),
      programme: table('日程', programmeColumns, {
        required: true,
        minRows: 1,
        maxRows: 200,
        rowName: '项',
        importable: true,
      }),
    },
  },
  funding: {
    title: '经费预算',
    en: 'Funding',
    intro: '住宿费、伙食费、公杂费按财行〔2017〕434号标准自动计算。',
    fields: {
      fundSources: choices('经费来源', OPTIONS.fundSources, { required: true }),
      inBudget: yesNo('列入本年度部门预算', {
        required: true,
        shown: (a) => Array.isArray(a.fundSources) && a.fundSources.includes('budget'),
      }),
      fundNote: text('经费来源说明', { max: 300, lines: 2, required: true }),
      hostAirfare: yesNo('国际旅费由邀请方承担', { required: true }),
      fares: table('国际旅费', fareColumns, {
        maxRows: 10,
        rowName: '舱位',
        required: true,
        shown: (a) => a.hostAirfare === false,
      }),
      journeys: table('国外城市间交通和机场交通', journeyColumns, { maxRows: 30, rowName: '程' }),
      otherFees: table('其他费用', feeColumns, { maxRows: 20, rowName: '项' }),
      trainDays: integer('国际列车境外段超过6小时的天数', { min: 0, max: 30, unit: '天' }),
      banquet: yesNo('安排宴请', { required: true }),
      banquetCost: yuan('宴请费用', { required: true, shown: (a) => a.banquet === true }),
      gifts: yesNo('赠送礼品', { required: true }),
      giftCost: yuan('礼品费用', { required: true, shown: (a) => a.gifts === true }),
      priorApprovals: text('需事前报批事项说明', { max: 1000, lines: 3 }),
    },
  },
  publicity: {
    title: '公示',
    en: 'Publicity',
    intro: '由团组人员所在单位分别公示，公示期不含休息日。',
    fields: {
      publicity: table('公示情况', publicityColumns, {
        required: true,
        minRows: 1,
        maxRows: 30,
        rowName: '单位',
      }),
    },
  },
  materials: {
    title: '申报材料',
    en: 'Documents',
    intro: 'PDF 或图片，每份不超过 20 MB。',
    fields: {
      requestLetter: scan('请示', { required: true, signed: true }),
      invitation: scan('邀请函', { required: true }),
      translation: scan('邀请函译文', { required: true }),
      invitationNote: scan('邀请函情况说明', {
        required: true,
        signed: true,
        help: '写明邀请函来源，未经中介、未购买',
      }),
      budgetForm: scan('因公临时出国任务和预算审批意见表', {
        signed: true,
        help: '本单位各部门在线签署意见的不需上传；不在线签署的，上传任务部分、预算部分分别盖章的原件',
      }),
      clearancePapers: scan('人员备案表、审查批件', {
        help: '在有效期内的审查批件须上传；其他按受理机关要求',
      }),
      organiserNotice: { ...scan('组团单位任务通知书'), shown: joins },
      confirmations: {
        ...scan('外单位参团人员的任务确认件', { help: '自组团含外单位人员的，由其派员单位的审批机关出具' }),
        shown: (a: Parameters<Ask>[0]) => !joins(a, a) && !spans(a, a),
      },
      trainingApproval: {
        ...scan('培训审核件'),
        shown: (a: Parameters<Ask>[0]) => isTraining(a),
      },
      reemployment: { ...scan('返聘文件'), shown: someMember('employment', ['reemployed']) },
      secrecyPledge: {
        ...scan('保密义务承诺书和单位同意派出函', { signed: true }),
        shown: someMember('secrecy', ['general', 'important', 'core']),
      },
      coreFiling: { ...scan('核心涉密人员备案表'), shown: someMember('secrecy', ['core']) },
      entrustLetter: {
        ...scan('派遣单位委托函', { signed: true }),
        shown: someMember('employment', ['engaged']),
      },
      conferenceStatement: {
        ...scan('参加学术会议情况说明', { help: '写明论文观点、有无泄密、知识产权和教学工作安排' }),
        shown: (a: Parameters<Ask>[0]) => a.academicConference === true,
      },
      healthGuarantee: { ...scan('健康担保证明'), shown: someMember('employment', ['reemployed']) },
      missionOpinion: scan('外交部批复或驻外使领馆意见', { help: '前往未建交国家或敏感、热点地区时提供' }),
      longerStay: scan('延长在外天数的书面请示', { help: '天数确需超出规定时提供' }),
      otherMaterials: scan('其他材料'),
    },
  },
});

/** Sound answers to the trip form. */
export type TripAnswers = AnswersOf<typeof tripForm>;
