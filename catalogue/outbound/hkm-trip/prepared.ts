import type { PreparedFacts, PreparedPapers } from '@zhitongche/case';
import { printedAnswers } from '@zhitongche/form';
import { paragraph, sentence } from '../../shared/papers.ts';
import { BLANK, parts, prepare, sealRoom, titled } from '../../shared/prepared.ts';
import { rosterTable } from '../../shared/roster.ts';
import { ENDORSEMENTS } from './choices.ts';
import { labelOf } from '../../shared/travel-words.ts';
import { hkmForm } from './form.ts';
import { type HkmWords, hkmWords } from './words.ts';

const read = ({ answers }: PreparedFacts): HkmWords => hkmWords(printedAnswers(hkmForm, answers));

const WHOLE = [
  'filerUnit',
  'groupName',
  'purpose',
  'members',
  'legs',
  'exitDate',
  'entryDate',
  'route',
] as const;
const PAID = ['fundSources', 'budget', 'fundNote'] as const;

/** What a unit no longer writes itself. */
export const prepared: PreparedPapers = {
  request: prepare(read, {
    title: '请示',
    back: 'requestLetter',
    shows: [...WHOLE, ...PAID, 'necessity', 'tasks', 'results', 'endorsement'],
    write: ({ trip, led, regions, dates, days, members, costs }, { authority }) => [
      titled(trip.filerUnit ?? BLANK, `关于组派${trip.groupName ?? BLANK}`, '赴港澳的请示'),
      { kind: 'addressee', text: authority },
      paragraph(
        `为${(trip.purpose ?? BLANK).replace(/[。；]$/, '')}，拟派${led || BLANK}于${dates}前往${regions || BLANK}，在外停留${days}天。现将有关情况请示如下。`,
      ),
      ...parts([
        ['必要性', sentence(trip.necessity)],
        ['主要任务和日程', sentence(trip.tasks)],
        ['预期成果', sentence(trip.results)],
        [
          '人员、路线和签注',
          `团组共${members.length}人，名单附后。往返路线为${trip.route ?? BLANK}，申请${labelOf(ENDORSEMENTS, trip.endorsement) || BLANK}。`,
        ],
        ['经费', costs],
      ]),
      paragraph('妥否，请批示。'),
      { kind: 'attachmentList', items: ['人员名单'] },
      ...sealRoom(trip.filerUnit ?? ''),
      { kind: 'attachment', title: ['因公赴港澳人员名单'], orientation: 'landscape' },
      rosterTable(members),
    ],
  }),
  'public-notice': prepare(read, {
    title: '公示稿',
    back: 'publicityNote',
    shows: [...WHOLE, ...PAID, 'tasks'],
    write: ({ trip, regions, dates, days, members, costs }) => [
      titled('因公赴港澳公示'),
      paragraph(`现将${trip.groupName ?? BLANK}有关情况公示如下，公示时间为${BLANK}至${BLANK}。`),
      {
        kind: 'particulars',
        items: [
          { label: '前往地区', value: regions },
          { label: '日期', value: `${dates}，共${days}天` },
          { label: '往返路线', value: trip.route ?? '' },
          { label: '事由', value: trip.purpose ?? '' },
          { label: '主要任务和日程', value: trip.tasks ?? '' },
          { label: '经费', value: costs },
        ].filter(({ value }) => value !== ''),
      },
      {
        kind: 'table',
        size: 'list',
        widths: [10, 22, 18],
        header: [['姓名', '工作单位', '职务（职称）']],
        rows: members.map(({ name = '', employer = '', post = '' }) => [name, employer, post]),
      },
      paragraph(`公示期间有不同意见的，请向本单位反映。联系电话：${BLANK}`),
      ...sealRoom(trip.filerUnit ?? ''),
    ],
  }),
};
