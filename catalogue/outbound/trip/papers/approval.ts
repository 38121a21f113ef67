import { type Block, dayInChinese, moneyText } from '@zhitongche/base';
import type { PaperDef, PaperFacts } from '@zhitongche/case';
import { derivedOf, type TripDerived } from '../derive/derive.ts';
import { amendments, printedTripApproved, standingFigures } from '../effective.ts';
import { head, paper, paragraph, sentence, tail } from '../../../shared/papers.ts';
import {
  approvedBy,
  imprint,
  issuer,
  tripPublicFacts,
  tripSealed,
  tripWords,
  wordsOf,
  type TripWords,
} from './parts.ts';
import { rosterTable } from '../../../shared/roster.ts';

const CONFIRMED = { key: 'outbound-confirmation', pattern: '{mark}确字〔{year}〕{seq}号' };
const SERIES = { key: 'outbound-approval', pattern: '{mark}出字〔{year}〕{seq}号' };

/** The reply of the authority above, when the case or what was asked of it later was reported upwards. */
const upwardNote = (facts: PaperFacts, what = '本任务'): readonly Block[] => {
  const reply = facts.state.outside.findLast((r) => r.result === 'approved');
  return reply
    ? [paragraph(`${what}已经${reply.authority}批准（${reply.number}，${dayInChinese(reply.date)}）。`)]
    : [];
};

const DUTIES =
  '请严格按照批准的人员、路线、日程和天数执行，不得擅自变更；变更、延期或撤销任务须事先报批。回国后按规定期限交回因公护照，提交出访报告。';

/** What else the paper is to remark (附注). */
const noteOf = ({ trip }: TripWords): readonly Block[] =>
  trip.paperNote ? [paragraph(`附注：${sentence(trip.paperNote)}`)] : [];

/** Who bears which cost, and what else. */
const costsAndNote = (words: TripWords, paid: string): readonly Block[] => [
  paragraph(paid),
  ...noteOf(words),
];

const budgetOf = (figures: TripDerived | undefined): string =>
  figures?.funding.cny ? `人民币${moneyText(figures.funding.cny)}元` : '待定';

const roster = (words: TripWords): readonly Block[] => [
  { kind: 'attachment', title: ['因公临时出国人员名单'], orientation: 'landscape' },
  rosterTable(words.members),
];

/** 任务批件: allows a delegation of the province to go. */
export const approval: PaperDef = {
  key: 'approval',
  title: '因公临时出国任务批件',
  issuer,
  series: SERIES,
  signed: true,
  docx: true,
  publicFacts: tripPublicFacts,
  sealed: tripSealed,
  build(facts) {
    const words = wordsOf(facts);
    const { trip } = words;
    return paper(facts, 'approval', `任务批件 ${trip.groupName ?? ''}`, [
      ...head(facts, ['因公临时出国任务批件']),
      { kind: 'addressee', text: trip.filerUnit ?? '' },
      paragraph(
        `经审核，同意${words.led}于${words.dates}前往${words.countries}${words.via}，执行${trip.purpose ?? ''}任务，在外停留${words.days}天（含出境、入境日）。`,
      ),
      ...costsAndNote(words, words.costs),
      ...upwardNote(facts),
      paragraph(DUTIES),
      { kind: 'attachmentList', items: ['因公临时出国人员名单'] },
      ...tail(facts),
      ...roster(words),
      imprint(facts),
    ]);
  },
};

/** 任务确认件: confirms to the organiser that our people join. */
export const confirmation: PaperDef = {
  key: 'confirmation',
  title: '因公临时出国任务确认件',
  issuer,
  series: CONFIRMED,
  signed: true,
  docx: true,
  publicFacts: tripPublicFacts,
  sealed: tripSealed,
  build(facts) {
    const words = wordsOf(facts);
    const { trip } = words;
    return paper(facts, 'confirmation', `任务确认件 ${trip.groupName ?? ''}`, [
      ...head(facts, ['因公临时出国任务确认件'], 'letter'),
      { kind: 'addressee', text: trip.organiser ?? '' },
      paragraph(
        `${trip.organiserNumber ?? ''}任务通知书收悉。同意${words.group}参加“${trip.groupName ?? ''}”，于${words.dates}前往${words.countries}${words.via}，执行${trip.purpose ?? ''}任务，在外停留${words.days}天。`,
      ),
      ...costsAndNote(words, words.costsToOthers),
      ...upwardNote(facts),
      { kind: 'attachmentList', items: ['因公临时出国人员名单'] },
      ...tail(facts),
      ...roster(words),
      imprint(facts, trip.organiser ?? ''),
    ]);
  },
};

const AMENDMENTS: readonly string[] = ['amendment', 'amended-confirmation'];

/** Says what changes against the approval; it stands for every amendment before it, which it replaces. */
const amended =
  (key: string): PaperDef['build'] =>
  (facts) => {
    const words = wordsOf(facts);
    const before = tripWords(printedTripApproved(facts.state));
    const changed = (label: string, old: string, now: string): readonly (readonly string[])[] =>
      old === now ? [] : [[label, old, now]];
    const original = approvedBy(facts.state);
    const toOthers = original?.paper === 'confirmation';
    const paidBy = (w: TripWords): string => (toOthers ? w.costsToOthers : w.costs);
    const names = (w: TripWords): string => w.members.map((m) => m.name ?? '').join('、');
    const [filed, now] = [derivedOf(facts.state.derived), standingFigures(facts.state)];
    const rows = [
      ...changed('起止日期', before.dates, words.dates),
      ...changed('在外天数', `${before.days}天`, `${words.days}天`),
      ...changed('出访国家', before.countries, words.countries),
      ...changed('往返路线', before.trip.route ?? '', words.trip.route ?? ''),
      ...changed('人员', names(before), names(words)),
      ...changed('经费承担', paidBy(before), paidBy(words)),
      ...changed('经费预算', budgetOf(filed), budgetOf(now)),
    ];
    const agreed = amendments(facts.state);
    const details = agreed.flatMap(({ data }) => (typeof data.detail === 'string' ? [data.detail] : []));
    const to = (toOthers ? words.trip.organiser : words.trip.filerUnit) ?? '';
    const kind = toOthers ? '任务确认件（变更）' : '任务变更批件';
    const replaced = facts.state.papers.findLast(
      (one) => AMENDMENTS.includes(one.paper) && one.status === 'issued' && one.superseded === undefined,
    )?.number;
    return paper(facts, key, `${kind} ${words.trip.groupName ?? ''}`, [
      ...head(facts, [`因公临时出国${kind}`], toOthers ? 'letter' : 'document'),
      { kind: 'addressee', text: to },
      paragraph(
        `经审核，同意对${original?.number ?? (toOthers ? '原确认件' : '原批件')}作如下变更，其余事项不变：`,
      ),
      ...(rows.length === 0
        ? []
        : [
            {
              kind: 'table' as const,
              size: 'form' as const,
              widths: [8, 20, 20],
              header: [['事项', '原批准', '变更为']],
              rows,
            },
          ]),
      ...details.map((detail) => paragraph(`变更内容：${sentence(detail)}`)),
      ...noteOf(words),
      ...(replaced && replaced !== facts.number ? [paragraph(`原${replaced}由本件替代，不再有效。`)] : []),
      ...(agreed.at(-1)?.fromAbove ? upwardNote(facts, '本次变更') : []),
      ...tail(facts),
      ...roster(words),
      imprint(facts, to),
    ]);
  };

/** 任务批件（变更）; cases of version 1 have it for a changed 确认件 too. */
export const amendment: PaperDef = {
  key: 'amendment',
  title: '因公临时出国任务变更批件',
  issuer,
  series: SERIES,
  signed: true,
  docx: true,
  publicFacts: tripPublicFacts,
  sealed: tripSealed,
  build: amended('amendment'),
};

/** 任务确认件（变更）: to the organiser, numbered as the 确认件 it changes. */
export const amendedConfirmation: PaperDef = {
  ...amendment,
  key: 'amended-confirmation',
  title: '因公临时出国任务确认件（变更）',
  series: CONFIRMED,
  build: amended('amended-confirmation'),
};
