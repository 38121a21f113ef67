import {
  type Answers,
  type AnswersOf,
  type Ask,
  choice,
  choices,
  country,
  date,
  type Facts,
  form,
  identifier,
  options,
  soundAnswers,
  table,
  text,
  yuan,
} from '@zhitongche/form';
import { knownTraveller } from '../../shared/known-traveller.ts';
import { scan } from '../../shared/scan.ts';
import { FUND_SOURCES, RANKS, ROLES_IN_GROUP } from '../../shared/travel-words.ts';
import { CASE_TYPES, ENDORSEMENTS, PURPOSES } from './choices.ts';

const joins: Ask = (row, whole) => (row.caseType ?? whole.caseType) === 'span-join';
const leads: Ask = (row, whole) => (row.caseType ?? whole.caseType) === 'span-lead';
const URGENCY = { normal: '一般', urgent: '加急' } as const;

const memberColumns = {
  name: text('姓名', { max: 30, required: true, also: ['中文姓名', '人员姓名'], pick: knownTraveller }),
  pinyin: text('拼音', {
    also: ['姓名拼音', '汉语拼音'],
    max: 60,
    required: true,
    pattern: { regex: '^[A-Z]+( [A-Z]+)+$', hint: '姓在前、名在后，大写字母，中间空一格，如 ZHANG SAN' },
  }),
  sex: choice('性别', options({ M: '男', F: '女' }), { required: true }),
  birthDate: date('出生日期', { required: true, sensitivity: 'personal' }),
  birthPlace: text('出生地', { max: 30, required: true, sensitivity: 'personal' }),
  citizenId: identifier('citizen-id', '身份证号', {
    required: true,
    sensitivity: 'sensitive',
    also: ['身份证号码', '公民身份号码'],
  }),
  employer: text('工作单位', { max: 60, required: true, also: ['单位', '所在单位'] }),
  post: text('职务（职称）', { max: 60, required: true, also: ['现任职务', '职务'] }),
  rank: choice('职级', options(RANKS), { required: true }),
  foreignTitle: text('对外身份', { max: 60, required: true }),
  role: choice('团组身份', options(ROLES_IN_GROUP), { required: true }),
};

const legColumns = {
  country: country('地区', {
    required: true,
    help: '香港或澳门；还要去其他国家（地区）的，整个团组按因公临时出国申报',
  }),
  arrive: date('抵达日期', { required: true }),
  leave: date('离开日期', { required: true }),
  inviter: text('邀请单位', { max: 80, required: true }),
  inviterPerson: text('邀请人及职务', { max: 80, required: true }),
};

/** What a unit tells about a trip to Hong Kong or Macao; keys are those of the trip abroad, so that what is typed may go on there. */
export const hkmForm = form({
  basics: {
    title: '团组基本情况',
    en: 'Delegation',
    fields: {
      caseType: choice('申报类型', options(CASE_TYPES), { required: true }),
      groupName: text('团组名称', { max: 60, required: true, help: '如：某某市赴香港经贸团' }),
      organiser: text('组团单位', { max: 60, required: true }),
      filerUnit: text('申报单位', { max: 60, required: true }),
      dispatchUnits: text('派员单位', { max: 300, lines: 2, required: true, shown: leads }),
      organiserNumber: text('组团单位任务通知书文号', { max: 60, required: true, shown: joins }),
      urgency: choice('紧急程度', options(URGENCY), { required: true }),
      contactName: text('联系人', { max: 30, required: true }),
      contactPhone: identifier('phone', '联系电话', { required: true, sensitivity: 'personal' }),
    },
  },
  mission: {
    title: '赴港澳任务',
    en: 'Purpose',
    fields: {
      aim: choice('任务类别', options(PURPOSES), { required: true }),
      purpose: text('事由', { max: 50, required: true, help: '一句话，将印在任务批件上' }),
      necessity: text('必要性', { max: 1000, lines: 3, required: true }),
      tasks: text('主要任务和日程', { max: 2000, lines: 6, required: true, help: '逐日写明拜会谁、谈什么' }),
      results: text('预期成果', { max: 1000, lines: 3, required: true }),
      endorsement: choice('申请签注', options(ENDORSEMENTS), { required: true }),
    },
  },
  itinerary: {
    title: '行程',
    en: 'Itinerary',
    intro: '出境日和入境日都计入在外天数。',
    fields: {
      exitDate: date('出境日期', { required: true }),
      entryDate: date('入境日期', { required: true }),
      route: text('往返路线', { max: 200, required: true, help: '如：北京—香港—澳门—北京' }),
      legs: table('前往地', legColumns, {
        required: true,
        minRows: 1,
        maxRows: 20,
        rowName: '站',
        names: ['country'],
        lead: ['country', ['arrive', 'leave'], ['inviter', 'inviterPerson']],
      }),
    },
  },
  members: {
    title: '团组人员',
    en: 'Members',
    intro: '每人的通行证情况按证照保管台账显示在下面。',
    fields: {
      members: table('团组人员', memberColumns, {
        required: true,
        minRows: 1,
        maxRows: 200,
        rowName: '人',
        importable: true,
        names: ['name', 'role'],
        lead: [['name', 'role'], ['post', 'rank'], 'employer'],
      }),
    },
  },
  funding: {
    title: '经费',
    en: 'Funding',
    fields: {
      fundSources: choices('经费来源', options(FUND_SOURCES), { required: true }),
      budget: yuan('经费预算', { required: true }),
      fundNote: text('经费来源说明', { max: 300, lines: 2, required: true }),
    },
  },
  materials: {
    title: '申报材料',
    en: 'Documents',
    intro: 'PDF 或图片，每份不超过 20 MB。',
    fields: {
      requestLetter: scan('请示', { required: true, signed: true }),
      invitation: scan('邀请函', { required: true }),
      budgetForm: scan('任务和预算审批意见表', { required: true, signed: true }),
      clearancePapers: scan('人员备案表、审查批件', { required: true }),
      publicityNote: scan('公示说明', { required: true, signed: true }),
      organiserNotice: scan('组团单位任务通知书', { required: joins, shown: joins }),
      opinion: scan('须上报的，业务主管部门意见', { help: '工作、就读、讲学、共同研究、劳务或停留较长的' }),
      otherMaterials: scan('其他材料'),
    },
  },
});

/** Sound answers to it. */
export type HkmAnswers = AnswersOf<typeof hkmForm>;
/** One traveller. */
export type HkmMember = NonNullable<HkmAnswers['members']>[number];
/** One stop. */
export type HkmLeg = NonNullable<HkmAnswers['legs']>[number];

/** Reads answers, whatever is still missing. */
export const readHkm = (answers: Answers, facts?: Facts): HkmAnswers => soundAnswers(hkmForm, answers, facts);
