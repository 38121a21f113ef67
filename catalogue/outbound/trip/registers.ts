import { addDays, addWorkingDays, dayInShanghai, isDay, type Json } from '@zhitongche/base';
import { isClosed, type CaseState, type RegisterDef } from '@zhitongche/case';
import { DOCUMENT_STATES, DOCUMENTS, RANKS } from './choices.ts';
import { cameBack, documentsOf } from './custody.ts';
import { highestRank } from './derive/derive.ts';
import { dueBack } from '../../shared/return-days.ts';
import { countriesVisited } from '../../shared/travel-stays.ts';
import { daysAbroad } from '../../shared/days-abroad.ts';
import { effectiveTrip, revokedAt, standingFigures } from './effective.ts';
import { outcomeOf } from './outcome.ts';
import { noticesTold } from './told-once.ts';
import { textIn } from '../../shared/lookup-rows.ts';

const approvedNumber = (state: CaseState): string | undefined =>
  state.papers.find((p) => (p.paper === 'approval' || p.paper === 'confirmation') && p.status === 'issued')
    ?.number;

const count = (value: Json | undefined): number => (typeof value === 'number' ? value : 0);

const latest = (state: CaseState, form: string) => state.records[form]?.at(-1);

/** True once the papers have been asked for: a trip that was never approved leaves no trace in the registers. */
const approved = (state: CaseState): boolean => state.path.some(({ step }) => step === 'issuing');

/** True once the trip was revoked by decision, or given up after its approval as older programs let happen. */
const revoked = (state: CaseState): boolean =>
  state.flags.includes('revoked') || state.status === 'cancelled';

/** One row per trip and traveller: what `person-trips` and `similar-trips` search, and what statistics count. */
const trips: RegisterDef = {
  key: 'trips',
  title: '因公出访台账',
  summed: {
    countries: 'countries',
    unless: ['status', 'revoked'],
    words: { title: '出访国家和地区', unit: '个团组', none: '这段时间没有出访任务。' },
  },
  columns: [
    { key: 'caseNumber', label: '办件编号' },
    { key: 'number', label: '文号' },
    { key: 'group', label: '团组名称' },
    { key: 'unit', label: '申报单位' },
    { key: 'name', label: '姓名', field: 'members.name' },
    { key: 'citizenId', label: '身份证号', field: 'members.citizenId' },
    { key: 'employer', label: '工作单位' },
    { key: 'rank', label: '职级', words: RANKS },
    { key: 'countries', label: '国家（地区）' },
    { key: 'inviters', label: '邀请单位' },
    { key: 'exitDate', label: '出境日期' },
    { key: 'entryDate', label: '入境日期' },
    { key: 'approvedDays', label: '批准天数' },
    { key: 'days', label: '在外天数' },
    { key: 'overstay', label: '超期天数' },
    { key: 'status', label: '状态', words: { approved: '已批准', returned: '已回国', revoked: '已撤销' } },
  ],
  rows(state, { caseId, caseNumber }) {
    if (!approved(state)) return [];
    const trip = effectiveTrip(state);
    const back = latest(state, 'return')?.data;
    const status = revoked(state) ? 'revoked' : back ? 'returned' : 'approved';
    const members = trip.members ?? [];
    const legs = trip.legs ?? [];
    const exitDate = textIn(back?.actualExit) || (trip.exitDate ?? '');
    const entryDate = textIn(back?.actualEntry) || (trip.entryDate ?? '');
    const common = {
      caseNumber,
      number: approvedNumber(state) ?? '',
      group: trip.groupName ?? '',
      unit: trip.filerUnit ?? '',
      caseType: trip.caseType ?? '',
      missionKind: trip.missionKind ?? '',
      plan: trip.inPlan ? (trip.planNumber ?? '') : '',
      ownOffice: state.orgs !== null && state.orgs.unit === state.orgs.office,
      countries: [...countriesVisited(legs)],
      inviters: [...new Set(legs.flatMap((leg) => leg.inviter ?? []))],
      groupRank: highestRank(members) ?? '',
      plannedExit: trip.exitDate ?? '',
      plannedEntry: trip.entryDate ?? '',
      exitDate,
      entryDate,
      approvedDays: daysAbroad(trip.exitDate, trip.entryDate) ?? 0,
      days: daysAbroad(exitDate, entryDate) ?? 0,
      overstay: outcomeOf(state)?.overstay ?? 0,
      cny: standingFigures(state)?.funding.cny ?? '',
      decidedOn: state.promise?.stoppedOn ?? '',
      late: state.promise?.late ?? false,
      status,
    };
    return members.map((member, i) => ({
      id: `${caseId}:${i}`,
      ...common,
      first: i === 0,
      name: member.name ?? '',
      citizenId: member.citizenId ?? '',
      employer: member.employer ?? '',
      rank: member.rank ?? '',
    }));
  },
};

/** True once the unit has signed: before that the trip is nobody's business but the unit's own. */
const filed = (state: CaseState): boolean =>
  state.seats.some(({ step, status, act }) => step === 'unit-sign' && status === 'done' && act === 'agree');

/** One row per delegation on its way, from the unit's signature until it is back or the matter has ended. */
const underWay: RegisterDef = {
  key: 'trips-under-way',
  title: '在办和待返团组台账',
  columns: [
    { key: 'caseNumber', label: '办件编号' },
    { key: 'group', label: '团组名称' },
    { key: 'unit', label: '申报单位' },
    { key: 'countries', label: '国家（地区）' },
    { key: 'inviters', label: '邀请单位', found: true },
    { key: 'members', label: '人数' },
    { key: 'exitDate', label: '出境日期' },
    { key: 'entryDate', label: '入境日期' },
    { key: 'status', label: '状态', words: { filed: '办理中', approved: '已批准' } },
  ],
  follows: true,
  rows(state, { caseId, caseNumber }) {
    const over = isClosed(state.status) || revoked(state) || latest(state, 'return') !== undefined;
    if (!filed(state) || over) return [];
    const trip = effectiveTrip(state);
    const legs = trip.legs ?? [];
    return [
      {
        id: caseId,
        caseNumber,
        group: trip.groupName ?? '',
        unit: trip.filerUnit ?? '',
        countries: [...countriesVisited(legs)],
        inviters: [...new Set(legs.flatMap((leg) => leg.inviter ?? []))],
        members: trip.members?.length ?? 0,
        exitDate: trip.exitDate ?? '',
        entryDate: trip.entryDate ?? '',
        status: approved(state) ? 'approved' : 'filed',
      },
    ];
  },
};

/** One row per traveller and document: due day, recomputed by approved changes, and when it came back. */
const custody: RegisterDef = {
  key: 'passport-custody',
  title: '因公证件应交回台账',
  columns: [
    { key: 'caseNumber', label: '办件编号' },
    { key: 'holder', label: '持照人', field: 'members.name' },
    { key: 'document', label: '证件', words: DOCUMENTS },
    { key: 'state', label: '情况', words: { ...DOCUMENT_STATES, out: '未交回' } },
    { key: 'due', label: '应交回日期' },
    { key: 'returnedOn', label: '交回日期' },
    { key: 'unit', label: '申报单位' },
    { key: 'passportNumber', label: '护照号', field: 'members.passportNumber' },
    { key: 'citizenId', label: '身份证号', field: 'members.citizenId' },
  ],
  rows(state, { caseId, caseNumber }) {
    if (!approved(state)) return [];
    const trip = effectiveTrip(state);
    const days = daysAbroad(trip.exitDate, trip.entryDate);
    const allowed = standingFigures(state)?.passportReturnDays ?? 0;
    const decided = revokedAt(state);
    const due =
      revoked(state) && decided
        ? addDays(dayInShanghai(decided), allowed)
        : trip.exitDate && days
          ? dueBack(trip.exitDate, days, allowed)
          : '';
    const out = !revoked(state) || (decided !== undefined && !state.flags.includes('none-out'));
    return documentsOf(state).map(({ id, member, document, left, fate }) => ({
      id: `${caseId}:${id}`,
      caseNumber,
      unit: trip.filerUnit ?? '',
      unitOrg: state.orgs?.unit ?? '',
      holder: member.name ?? '',
      citizenId: member.citizenId ?? '',
      document,
      passportKind: document === 'passport' ? (member.passportKind ?? '') : '',
      passportNumber: document === 'passport' ? (member.passportNumber ?? '') : '',
      state: fate?.state ?? 'out',
      // Who does not go hands in as for a trip that was given up.
      due: !out ? '' : left ? addDays(dayInShanghai(left), allowed) : due,
      returnedOn: fate && cameBack(fate) ? fate.on : '',
    }));
  },
};

/** One row per 补正通知: one a filing is what the law asks for (行政许可法第三十二条), a second one tells why. */
const corrections: RegisterDef = {
  key: 'correction-notices',
  title: '补正告知台账',
  columns: [
    { key: 'caseNumber', label: '办件编号' },
    { key: 'group', label: '团组名称' },
    { key: 'unit', label: '申报单位' },
    { key: 'number', label: '补正通知文号' },
    { key: 'on', label: '告知日期' },
    { key: 'time', label: '第几次' },
    { key: 'why', label: '再次告知的原因' },
  ],
  follows: true,
  rows(state, { caseId, caseNumber }) {
    const papers = state.papers.filter(({ paper }) => paper === 'correction');
    const trip = effectiveTrip(state);
    const told = noticesTold(state);
    return told.map(({ at, opinion }, i) => ({
      id: `${caseId}:${i}`,
      caseNumber,
      group: trip.groupName ?? '',
      unit: trip.filerUnit ?? '',
      number: papers.at(i - told.length)?.number ?? '',
      on: at ? dayInShanghai(at) : '',
      time: i + 1,
      why: i > 0 ? (opinion ?? '') : '',
    }));
  },
};

/** One row per trip: when the report is due, when it was filed and how it was judged. */
const reports: RegisterDef = {
  key: 'trip-reports',
  title: '出访报告台账',
  columns: [
    { key: 'caseNumber', label: '办件编号' },
    { key: 'group', label: '团组名称' },
    { key: 'unit', label: '申报单位' },
    { key: 'due', label: '应提交日期' },
    { key: 'filedOn', label: '提交日期' },
    { key: 'inOrder', label: '内容规范' },
    { key: 'purposeMet', label: '任务完成' },
    { key: 'intents', label: '合作意向' },
  ],
  rows(state, { caseId, caseNumber, calendar }) {
    const back = latest(state, 'return');
    if (!back || revoked(state)) return [];
    const trip = effectiveTrip(state);
    const report = latest(state, 'report');
    const evaluation = latest(state, 'evaluation')?.data;
    const registered = dayInShanghai(back.at);
    const returned = textIn(back.data.actualEntry);
    const days = standingFigures(state)?.reportDays ?? 0;
    const due = addWorkingDays(calendar, isDay(returned) ? returned : registered, days).due;
    const filedOn = report ? dayInShanghai(report.at) : '';
    return [
      {
        id: caseId,
        caseNumber,
        group: trip.groupName ?? '',
        unit: trip.filerUnit ?? '',
        returned,
        due,
        filedOn,
        onTime: filedOn === '' ? null : filedOn <= due,
        inOrder: evaluation ? evaluation.inOrder === true : null,
        asApproved: evaluation ? evaluation.asApproved === true : null,
        purposeMet: textIn(evaluation?.purposeMet),
        intents: count(report?.data.intents),
      },
    ];
  },
};

/** Registers the service feeds. */
export const registers: readonly RegisterDef[] = [trips, underWay, custody, reports, corrections];
