import type { CaseState, PaperDef, PaperFacts } from '@zhitongche/case';
import { type Block, type Cell, type Table, dayInChinese, dayInShanghai, moneyText } from '@zhitongche/base';
import type { Role } from '@zhitongche/access';
import { CURRENCIES, labelOf } from '../choices.ts';
import type { Funding } from '../derive/funding.ts';
import { standingFigures } from '../effective.ts';
import { found, taskReview, unitOpinions, verdictOf } from './opinion.ts';
import { centred, paper, paragraph, tail } from '../../../shared/papers.ts';
import { approvedBy, issuer, tripPublicFacts, type TripWords, wordsOf } from './parts.ts';
import { rosterTable } from '../../../shared/roster.ts';
import { sexOf } from '../../../shared/travel-words.ts';

/** 出访人员名单 on its own, for the passport and visa desks. */
export const roster: PaperDef = {
  key: 'roster',
  title: '因公临时出国人员名单',
  issuer,
  signed: true,
  docx: true,
  publicFacts: tripPublicFacts,
  build(facts) {
    const words = wordsOf(facts);
    const by = approvedBy(facts.state);
    const changed = facts.state.papers.findLast(
      (one) =>
        (one.paper === 'amendment' || one.paper === 'amended-confirmation') &&
        one.superseded === undefined &&
        one.number !== undefined,
    );
    return paper(
      facts,
      'roster',
      `出访人员名单 ${words.trip.groupName ?? ''}`,
      [
        { kind: 'title', lines: ['因公临时出国人员名单'] },
        paragraph(`团组名称：${words.trip.groupName ?? ''}`),
        ...(by?.number
          ? [
              paragraph(
                `${by.paper === 'approval' ? '任务批件' : '任务确认件'}：${by.number}${changed ? `，${changed.paper === 'amendment' ? '变更批件' : '变更确认件'}：${changed.number}` : ''}`,
              ),
            ]
          : []),
        paragraph(`前往${words.countries}${words.via}，${words.dates}，在外停留${words.days}天。`),
        rosterTable(words.members),
        ...tail(facts),
      ],
      { orientation: 'landscape' },
    );
  },
};

const label = (text: string): Cell => ({ text, label: true });
const money = (text: string): Cell => ({ text: moneyText(text), align: 'right' });

const fundingTable = (funding: Funding): Table => ({
  kind: 'table',
  size: 'dense',
  widths: [11, 10, 8, 11, 6, 6, 12, 13, 9],
  header: [['费用', '地点', '币种', '每人标准', '人数', '天数', '外币金额', '人民币（元）', '说明']],
  rows: [
    ...funding.lines.map((line) => [
      line.label,
      line.place,
      centred(labelOf(CURRENCIES, line.currency)),
      money(line.standard),
      money(`${line.persons}`),
      money(`${line.days}`),
      money(line.amount),
      money(line.cny ?? '待定'),
      line.note,
    ]),
    [{ text: '合计', columns: 7, label: true }, money(funding.cny ?? '待定'), ''],
  ],
  total: true,
});

/** Who travels, as the form of the opinion asks it: fewer columns than the list that goes with a 批件. */
const travellers = (members: TripWords['members']): Table => ({
  kind: 'table',
  size: 'list',
  widths: [9, 5, 11, 17, 14],
  header: [['姓名', '性别', '出生日期', '单位部门', '职务（职称）']],
  rows: members.map(({ name = '', sex, birthDate = '', employer = '', post = '' }) => [
    name,
    centred(sexOf(sex)),
    birthDate,
    employer,
    post,
  ]),
});

/** Where the unit signs for what the form says: the filing, and what was changed of it later. */
const SIGNED: readonly string[] = ['unit-sign', 'again-sign', 'change-sign', 'extension-sign'];
/** Where its departments say theirs. */
const OPINED: readonly string[] = ['unit-opinions', 'again-finance', 'change-finance', 'extension-finance'];

/** The day the unit signed: the form is the unit's, whenever it is printed. */
const signedOn = ({ state, date }: PaperFacts): string => {
  const at = state.seats.findLast(({ step, status }) => SIGNED.includes(step) && status === 'done')?.at;
  return at ? dayInShanghai(at) : date;
};

/** What a department of the unit said, signed and dated; cases of version 1 have its tick, others without its seat the sealed original. */
const halfOf = (state: CaseState, role: Role, office: string, tick: string): Cell => {
  const seat = state.seats.findLast(({ step, role: own, status }) => {
    return OPINED.includes(step) && own === role && status === 'done';
  });
  const box = { height: 18, foot: [`${office}（签章）`] };
  if (seat) {
    const signed = [seat.doer?.name ?? '', seat.at ? dayInChinese(dayInShanghai(seat.at)) : ''];
    return { ...box, text: seat.opinion ?? verdictOf(seat), foot: [...box.foot, signed.join(' ').trim()] };
  }
  const ticked = state.answers[tick];
  if (typeof ticked !== 'boolean') return { ...box, text: '见所附盖章原件' };
  return { ...box, text: ticked ? '同意' : '未同意' };
};

/** What the form of the opinion says of a trip, with the two boxes its departments sign in. */
export const opinionForm = (
  words: TripWords,
  funding: Funding | undefined,
  boxes: { readonly task: Cell; readonly budget: Cell },
): readonly Block[] => {
  const { trip } = words;
  const rates = (funding?.byCurrency ?? [])
    .filter((c) => c.currency !== 'CNY' && c.rate)
    .map((c) => `${labelOf(CURRENCIES, c.currency)}${c.rate ?? ''}（${dayInChinese(c.rateDate ?? '')}）`);
  const inviters = (trip.legs ?? []).flatMap((leg) =>
    leg.inviter
      ? [
          `${leg.inviter}（${leg.inviterForeign ?? ''}），${leg.inviterPerson ?? ''}，${leg.inviterPost ?? ''}，${leg.inviterAddress ?? ''}${leg.inviterPhone ? `，电话${leg.inviterPhone}` : ''}`,
        ]
      : [],
  );
  const wide = (text: string): Cell => ({ text, columns: 3 });
  return [
    { kind: 'title', lines: ['因公临时出国任务和预算审批意见表'] },
    {
      kind: 'table',
      size: 'list',
      widths: [9, 16, 9, 16],
      rows: [
        [label('团组名称'), wide(trip.groupName ?? '')],
        [label('组团单位'), trip.organiser ?? '', label('申报单位'), trip.filerUnit ?? ''],
        [label('出访国家'), `${words.countries}${words.via}`, label('人数'), `${words.members.length}人`],
        [label('起止时间'), `${words.dates}（${words.days}天）`, label('团长'), words.leader],
        [label('往返路线'), wide(trip.route ?? '')],
        [label('邀请单位'), wide([...new Set(inviters)].join('；'))],
        [label('出访目的'), wide(trip.purpose ?? '')],
        [label('主要任务'), wide(trip.tasks ?? '')],
        [
          label('年度预算'),
          trip.inBudget === undefined ? '' : trip.inBudget ? '列入' : '未列入',
          label('经费来源'),
          words.funds,
        ],
        [label('任务审核'), boxes.task, label('预算审核'), boxes.budget],
      ],
    },
    { kind: 'heading', level: 2, text: '出访人员' },
    travellers(words.members),
    { kind: 'heading', level: 2, text: '预算明细' },
    ...(funding ? [fundingTable(funding)] : []),
    ...(rates.length > 0
      ? [
          {
            kind: 'paragraph' as const,
            align: 'left' as const,
            text: `折算率（1外币单位折人民币）：${rates.join('；')}。`,
          },
        ]
      : []),
    ...(trip.priorApprovals ? [paragraph(`需事前报批事项：${trip.priorApprovals}`)] : []),
  ];
};

/** 因公临时出国任务和预算审批意见表: both halves, with who of the unit agreed when. */
export const fundingOpinion: PaperDef = {
  key: 'funding-opinion',
  title: '因公临时出国任务和预算审批意见表',
  issuer,
  signed: false,
  docx: true,
  publicFacts: (facts) =>
    tripPublicFacts(facts).map((fact) =>
      fact.en === 'Issued by' ? { ...fact, value: wordsOf(facts).trip.filerUnit ?? '' } : fact,
    ),
  build(facts) {
    const words = wordsOf(facts);
    const { state } = facts;
    const unit = words.trip.filerUnit ?? '';
    const opinions = state.seats.filter(({ status, verdict }) => status === 'done' && verdict !== undefined);
    const form = paper(facts, 'funding-opinion', `任务和预算审批意见表 ${words.trip.groupName ?? ''}`, [
      ...opinionForm(words, standingFigures(state)?.funding, {
        task: halfOf(state, 'unit-affairs', '外事部门', 'taskAgreed'),
        budget: halfOf(state, 'unit-finance', '财务部门', 'budgetAgreed'),
      }),
      ...taskReview(words, found(state)),
      ...unitOpinions(opinions),
      { kind: 'signature', offices: [unit], date: signedOn(facts) },
      { kind: 'verification', url: facts.verify.url, code: facts.verify.code },
    ]);
    return { ...form, issuer: unit, issuedOn: signedOn(facts) };
  },
};
