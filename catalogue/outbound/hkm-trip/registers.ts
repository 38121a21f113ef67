import { dayInShanghai } from '@zhitongche/base';
import { type CaseState, type RegisterDef, strandsOf } from '@zhitongche/case';
import { daysAbroad } from '../../shared/days-abroad.ts';
import { textIn } from '../../shared/lookup-rows.ts';
import { RANKS } from '../../shared/travel-words.ts';
import { PERMIT_FATES } from './choices.ts';
import { tripOf } from './derive.ts';
import { daysOut, permitsDue, revoked } from './permit-strands.ts';
import { regionsOf } from './words.ts';

/** True once the papers have been asked for: a trip that was never approved leaves no trace in the registers. */
const approved = ({ path }: CaseState): boolean => path.some(({ step }) => step === 'issuing');

/** Number of the approval. */
export const numberOf = ({ papers }: CaseState): string =>
  papers.find(({ paper }) => paper === 'approval' || paper === 'confirmation')?.number ?? '';

/** One row per trip and traveller: what documents are lent on, and what measures count. */
const trips: RegisterDef = {
  key: 'hkm-trips',
  title: '赴港澳台账',
  columns: [
    { key: 'caseNumber', label: '办件编号' },
    { key: 'number', label: '文号' },
    { key: 'group', label: '团组名称' },
    { key: 'unit', label: '申报单位' },
    { key: 'name', label: '姓名', field: 'members.name' },
    { key: 'citizenId', label: '身份证号', field: 'members.citizenId' },
    { key: 'rank', label: '职级', words: RANKS },
    { key: 'countries', label: '地区' },
    { key: 'exitDate', label: '出境日期' },
    { key: 'entryDate', label: '入境日期' },
    { key: 'approvedDays', label: '批准天数' },
    { key: 'days', label: '在外天数' },
    { key: 'overstay', label: '超期天数' },
    { key: 'status', label: '状态', words: { approved: '已批准', returned: '已返回', revoked: '已撤销' } },
  ],
  rows(state, { caseId, caseNumber }) {
    if (!approved(state)) return [];
    const trip = tripOf(state);
    const back = state.records.return?.at(-1)?.data;
    const { days, over } = daysOut(state);
    const report = state.records.report?.at(-1);
    return (trip.members ?? []).map((member, i) => ({
      id: `${caseId}:${i}`,
      caseNumber,
      number: numberOf(state),
      group: trip.groupName ?? '',
      unit: trip.filerUnit ?? '',
      caseType: trip.caseType ?? '',
      ownOffice: state.orgs !== null && state.orgs.unit === state.orgs.office,
      countries: [...regionsOf(trip)],
      plannedExit: trip.exitDate ?? '',
      exitDate: textIn(back?.actualExit) || (trip.exitDate ?? ''),
      entryDate: textIn(back?.actualEntry) || (trip.entryDate ?? ''),
      approvedDays: daysAbroad(trip.exitDate, trip.entryDate) ?? 0,
      days,
      overstay: over,
      wentUp: state.path.some(({ step }) => step === 'report-up'),
      decidedOn: state.promise?.stoppedOn ?? '',
      late: state.promise?.late ?? false,
      reportedOn: report ? dayInShanghai(report.at) : '',
      status: revoked(state) || state.status === 'cancelled' ? 'revoked' : back ? 'returned' : 'approved',
      first: i === 0,
      name: member.name ?? '',
      citizenId: member.citizenId ?? '',
      rank: member.rank ?? '',
    }));
  },
};

/** One row per traveller: when the permit is due, and what became of it. */
const permits: RegisterDef = {
  key: 'hkm-permits',
  title: '赴港澳通行证应交回台账',
  columns: [
    { key: 'caseNumber', label: '办件编号' },
    { key: 'unit', label: '申报单位' },
    { key: 'holder', label: '持证人', field: 'members.name' },
    { key: 'citizenId', label: '身份证号', field: 'members.citizenId' },
    { key: 'state', label: '情况', words: PERMIT_FATES },
    { key: 'due', label: '应交回日期' },
    { key: 'on', label: '登记日期' },
  ],
  rows(state, { caseId, caseNumber }) {
    const { members = [], filerUnit = '' } = tripOf(state);
    const fates = strandsOf(state, 'permit');
    const due = permitsDue(state);
    return fates.flatMap(({ id, state: stands, on }) => {
      const member = members[Number(/\d+/.exec(id)?.[0] ?? 0) - 1];
      return member
        ? [
            {
              id: `${caseId}:${id}`,
              caseNumber,
              unit: filerUnit,
              holder: member.name ?? '',
              citizenId: member.citizenId ?? '',
              state: stands,
              due: stands === 'unused' ? '' : due,
              on: stands === 'out' ? '' : on,
              late:
                stands === 'returned' || stands === 'damaged'
                  ? on > due
                  : state.flags.includes('permits-late'),
            },
          ]
        : [];
    });
  },
};

/** Registers the service feeds. */
export const registers: readonly RegisterDef[] = [trips, permits];
