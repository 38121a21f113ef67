import type { Block, Table } from '@zhitongche/base';
import { sentence, paragraph } from '../../../shared/papers.ts';
import { BLANK, parts, prepare, sealRoom, titled } from '../../../shared/prepared.ts';
import { rosterTable } from '../../../shared/roster.ts';
import { labelOf, PERIODS } from '../choices.ts';
import type { ProgrammeRow } from '../fields/itinerary.ts';
import type { TripWords } from '../papers/parts.ts';
import { readTrip, WHOLE_TRIP } from './read.ts';

const planned = ({ trip }: TripWords): string =>
  trip.inPlan === true
    ? `本团组列入本年度因公出国计划${trip.planNumber ? `（${trip.planNumber}）` : ''}。`
    : `本团组未列入本年度因公出国计划。${sentence(trip.planSwap)}`;

const invited = ({ trip }: TripWords): string => {
  const hosts = (trip.legs ?? []).flatMap(({ inviter, inviterPerson = '', inviterPost = '' }) =>
    inviter ? [`${inviter}${inviterPost}${inviterPerson}`] : [],
  );
  return hosts.length === 0 ? '' : `由${[...new Set(hosts)].join('、')}邀请。`;
};

const programme = (rows: readonly ProgrammeRow[]): Table => ({
  kind: 'table',
  size: 'list',
  widths: [9, 5, 8, 24, 12],
  header: [['日期', '时段', '城市', '活动内容', '会见单位和人员']],
  rows: rows.map((row) => [
    row.date ?? '',
    labelOf(PERIODS, row.period),
    row.city ?? '',
    row.activity ?? '',
    row.counterpart ?? '',
  ]),
});

const attachments = (words: TripWords): readonly Block[] => {
  const days = words.trip.programme ?? [];
  return [
    {
      kind: 'attachment',
      ...(days.length > 0 ? { number: 1 } : {}),
      title: ['出访人员名单'],
      orientation: 'landscape',
    },
    rosterTable(words.members),
    ...(days.length > 0
      ? [{ kind: 'attachment', number: 2, title: ['出访日程'] } as const, programme(days)]
      : []),
  ];
};

/** 请示: asks the authority to let the delegation go. */
export const requestLetter = prepare(readTrip, {
  title: '请示',
  back: 'requestLetter',
  shows: [...WHOLE_TRIP, 'necessity', 'tasks', 'results', 'inPlan', 'planNumber', 'planSwap', 'programme'],
  write({ words }, { authority }) {
    const { trip } = words;
    const unit = trip.filerUnit ?? '';
    const days = (trip.programme ?? []).length > 0;
    return [
      titled(`${unit || BLANK}`, `关于组派${trip.groupName || BLANK}`, '出访的请示'),
      { kind: 'addressee', text: authority },
      paragraph(
        `为${(trip.purpose ?? BLANK).replace(/[。；]$/, '')}，拟派${words.led || BLANK}于${words.dates}前往${words.countries || BLANK}${words.via}，在外停留${words.days}天。现将有关情况请示如下。`,
      ),
      ...parts([
        ['出访的必要性', sentence(trip.necessity)],
        ['主要任务', sentence(trip.tasks)],
        ['预期成果', sentence(trip.results)],
        [
          '人员、路线和邀请方',
          `团组共${words.members.length}人，名单附后。往返路线为${trip.route ?? BLANK}。${invited(words)}`,
        ],
        ['经费', words.costs],
        ['计划', planned(words)],
      ]),
      paragraph('妥否，请批示。'),
      { kind: 'attachmentList', items: days ? ['出访人员名单', '出访日程'] : ['出访人员名单'] },
      ...sealRoom(unit),
      ...attachments(words),
    ];
  },
});
