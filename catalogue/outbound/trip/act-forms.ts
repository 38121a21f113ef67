import {
  choice,
  choices,
  date,
  form,
  integer,
  options,
  table,
  text,
  yesNo,
  type AnswersOf,
  type Ask,
  type Field,
} from '@zhitongche/form';
import { CHANGE_PARTS, DOCUMENT_STATES, DOCUMENTS } from './choices.ts';
import { legColumns } from './fields/itinerary.ts';
import { scan } from '../../shared/scan.ts';
import { memberColumns } from './fields/members.ts';
import { tripForm } from './form.ts';

const changes =
  (...parts: readonly (keyof typeof CHANGE_PARTS)[]): Ask =>
  (a) => {
    const chosen = a.parts;
    return Array.isArray(chosen) && parts.some((part) => chosen.includes(part));
  };

/** A question of the trip form asked again where the change touches that. */
const again = <F extends Field>(field: F, ask: Ask): F => ({
  ...field,
  shown: (a: Parameters<Ask>[0], whole: Parameters<Ask>[1]) =>
    ask(a, whole) && (field.shown?.(a, whole) ?? true),
});
const paid = changes('funding');
const { fields: money } = tripForm.funding;
const { fields: people } = tripForm.members;
const sealedBudget = scan('变更后的任务和预算审批意见表', {
  help: '经费、日期、路线或人员变更的须重新审核预算；财务部门在线签署意见的不需上传',
});

/** 申请变更: asks the new values of what changes, under the keys of the trip form, so that they replace the old ones. */
export const changeForm = form({
  change: {
    title: '申请变更',
    en: 'Change of the approved trip',
    intro: '批准后的人员、天数、路线、日程原则上不得变更；确需变更的，须在成行前提出。',
    fields: {
      parts: choices('变更事项', options(CHANGE_PARTS), { required: true }),
      reason: text('变更理由', { max: 1000, lines: 4, required: true }),
      exitDate: date('新的出境日期', { required: true, shown: changes('dates', 'route') }),
      entryDate: date('新的入境日期', { required: true, shown: changes('dates', 'route') }),
      route: text('新的往返路线', { max: 200, required: true, shown: changes('route') }),
      legs: table('变更后的出访地', legColumns, {
        required: true,
        minRows: 1,
        maxRows: 20,
        rowName: '站',
        shown: changes('route', 'dates'),
      }),
      members: table('变更后的团组人员', memberColumns, {
        required: true,
        minRows: 1,
        maxRows: 200,
        rowName: '人',
        importable: true,
        shown: changes('members'),
      }),
      relatives: again(people.relatives, changes('members')),
      clearancePapers: again(tripForm.materials.fields.clearancePapers, changes('members')),
      fundSources: again(money.fundSources, paid),
      inBudget: again(money.inBudget, paid),
      fundNote: again(money.fundNote, paid),
      hostAirfare: again(money.hostAirfare, paid),
      fares: again(money.fares, paid),
      journeys: again(money.journeys, paid),
      otherFees: again(money.otherFees, paid),
      trainDays: again(money.trainDays, paid),
      banquet: again(money.banquet, paid),
      banquetCost: again(money.banquetCost, paid),
      gifts: again(money.gifts, paid),
      giftCost: again(money.giftCost, paid),
      priorApprovals: again(money.priorApprovals, paid),
      detail: text('日程、任务或经费的变更内容', {
        max: 1000,
        lines: 4,
        required: true,
        shown: changes('programme', 'funding'),
      }),
      budgetForm: sealedBudget,
      paperNote: text('附注', {
        max: 300,
        lines: 2,
        help: '需在变更批件上注明的其他事项；不变的保留，没有的不填',
      }),
      evidence: scan('证明材料'),
    },
  },
});

/** 申请延期: later departure, or a longer stay when it cannot be helped. */
export const extensionForm = form({
  extension: {
    title: '申请延期',
    en: 'Postponement or extension',
    fields: {
      kind: choice('延期情形', options({ depart: '推迟出境', stay: '延长在外停留' }), { required: true }),
      exitDate: date('新的出境日期', { required: true }),
      entryDate: date('新的入境日期', { required: true }),
      reason: text('延期理由', { max: 1000, lines: 4, required: true }),
      budgetForm: sealedBudget,
      evidence: scan('证明材料'),
    },
  },
});

/** 申请撤销任务: gives the approval back. */
export const revocationForm = form({
  revocation: {
    title: '申请撤销任务',
    en: 'Giving up the approved trip',
    fields: {
      reason: text('撤销理由', { max: 1000, lines: 4, required: true }),
      passportsOut: yesNo('已领取因公护照', { required: true, help: '已领取的须在撤销后7天内交回' }),
      evidence: scan('证明材料'),
    },
  },
});

/** 回国登记: what really happened, day by day. */
export const returnForm = form({
  return: {
    title: '回国登记',
    en: 'Return',
    fields: {
      actualExit: date('实际出境日期', { required: true }),
      actualEntry: date('实际入境日期', { required: true }),
      actualPersons: integer('实际出访人数', { required: true, min: 0, max: 200, unit: '人' }),
      deviation: yesNo('行程与批件有出入', { required: true }),
      redEye: yesNo('零点前过境、零点后起飞，出境早一天', {
        required: true,
        help: '按行程偏差报备，不作违规；须附航班行程',
        shown: (a) => a.deviation === true,
      }),
      deviationNote: text('出入情况说明', {
        max: 500,
        lines: 3,
        required: true,
        shown: (a) => a.deviation === true,
      }),
      deviationProof: { ...scan('航班行程等证明'), shown: (a: Parameters<Ask>[0]) => a.deviation === true },
    },
  },
});

/** 护照交回登记: document by document, as they come to the custody desk. */
export const documentsForm = form({
  documents: {
    title: '护照交回登记',
    en: 'Documents handed in',
    intro: '逐本登记；没有交回的保留“尚未交回”，以后再登记。全部有着落后，本环节才办结。',
    fields: {
      documents: table(
        '证件',
        {
          holder: text('持证人', { max: 40, required: true }),
          document: choice('证件', options(DOCUMENTS), { required: true }),
          state: choice('情况', options(DOCUMENT_STATES), { required: true }),
          on: date('日期', {
            required: true,
            help: '交回的填交回日期，其余填发现日期',
            shown: (row) => row.state !== 'out',
          }),
          stampsChecked: yesNo('已核对出入境章', {
            required: true,
            shown: (row) => row.state === 'returned',
          }),
          note: text('说明', { max: 300, shown: (row) => row.state !== 'out' }),
          statement: {
            ...scan('遗失书面说明', {
              required: true,
              help: '本人写明护照号、时间、地点、经过并签名；境内遗失由外事部门报失，境外遗失向驻外使领馆报告',
            }),
            shown: (row: Parameters<Ask>[0]) => row.state === 'lost',
          },
        },
        { required: true, minRows: 1, maxRows: 400, rowName: '本' },
      ),
      correction: text('更正理由', {
        max: 300,
        lines: 2,
        help: '更正已登记的内容时填写，并在上表重新登记该证件；首次登记不填',
      }),
    },
  },
});

/** 出访报告: what came of it. */
export const reportForm = form({
  report: {
    title: '出访报告',
    en: 'Trip report',
    fields: {
      summary: text('任务执行情况', { max: 5000, lines: 8, required: true }),
      unfinished: text('未完成的内容及原因', { max: 1000, lines: 3 }),
      followUp: text('后续工作打算', { max: 2000, lines: 4, required: true }),
      intents: integer('达成合作意向', { required: true, min: 0, max: 999, unit: '个' }),
      overspent: yesNo('有超标准或计划外支出', { required: true }),
      overspentNote: text('超标准或计划外支出说明', {
        max: 500,
        lines: 2,
        required: true,
        shown: (a) => a.overspent === true,
      }),
      publishedOn: date('事后公示日期', { help: '未作事后公示的不填' }),
      report: scan('盖章的出访报告', { required: true }),
      photos: scan('主要活动照片', { help: '一般不少于3张' }),
    },
  },
});

/** 出访评估: closes the file. */
export const evaluationForm = form({
  evaluation: {
    title: '出访评估',
    en: 'Evaluation',
    fields: {
      purposeMet: choice('任务完成情况', options({ full: '全部完成', partly: '部分完成', not: '未完成' }), {
        required: true,
      }),
      asApproved: yesNo('按批准的人员、天数、路线执行', { required: true }),
      asApprovedReason: text('与批准有出入仍认定按批准执行的理由', {
        max: 500,
        lines: 2,
        help: '回国登记与批准一致的不填',
        shown: (a) => a.asApproved === true,
      }),
      inOrder: yesNo('报告内容规范', { required: true }),
      remark: text('评估意见', { max: 500, lines: 3 }),
    },
  },
});

/** Answers of a change. */
export type ChangeAnswers = AnswersOf<typeof changeForm>;
