import { type Block, dayInChinese } from '@zhitongche/base';
import { type CaseState, type PaperDef, type PaperFacts, paperFor } from '@zhitongche/case';
import { maskName } from '@zhitongche/form';
import {
  acceptanceNotice,
  correctionNotice,
  nonAcceptanceNotice,
  type NoticeWords,
  refusalNotice,
} from '../../shared/notices.ts';
import { centred, head, paper, paragraph, publicHead, tail } from '../../shared/papers.ts';
import { rosterTable, sendingUnits } from '../../shared/roster.ts';
import { sexOf } from '../../shared/travel-words.ts';
import { ENDORSEMENTS, PERMIT_STATES } from './choices.ts';
import { figuresOf, tripOf } from './derive.ts';
import { hkmForm } from './form.ts';
import { key } from './policy.ts';
import { noticesTold } from './told.ts';
import { wordsOf } from './words.ts';

const DUTIES =
  '请严格按照批准的人员、路线、日程和天数执行。返回后按期交回往来港澳通行证，提交报告；任务取消的，及时申请撤销。';

/** The reply of the authority above, where the case was reported up. */
const upwardNote = ({ state }: PaperFacts): readonly Block[] => {
  const reply = state.outside.findLast(({ result }) => result === 'approved');
  return reply
    ? [paragraph(`本任务已经${reply.authority}批准（${reply.number}，${dayInChinese(reply.date)}）。`)]
    : [];
};

const publicFacts: PaperDef['publicFacts'] = (facts) => {
  const { leader, members, regions, trip } = wordsOf(facts);
  return [
    ...publicHead(facts),
    { label: '团长', en: 'Head of delegation', value: leader === '' ? '' : maskName(leader) },
    { label: '人数', en: 'Members', value: `${members.length}` },
    { label: '前往', en: 'Destinations', value: regions },
    { label: '起止日期', en: 'Dates', value: `${trip.exitDate ?? ''} — ${trip.entryDate ?? ''}` },
  ];
};

const sealed: NonNullable<PaperDef['sealed']> = (facts) => {
  const { leader, members, regions, trip } = wordsOf(facts);
  return [
    { label: '团长', en: 'Leader', value: leader === '' ? '' : maskName(leader) },
    { label: '人数', en: 'People', value: `${members.length}` },
    { label: '起止', en: 'Dates', value: `${trip.exitDate ?? ''}/${trip.entryDate ?? ''}` },
    { label: '前往', en: 'To', value: regions },
  ];
};

/** A paper counts from its day until permits are due back. */
const term: NonNullable<PaperDef['term']> = ({ state, date }) => {
  const { entryDate } = tripOf(state);
  return { from: date, ...(entryDate === undefined ? {} : { to: entryDate }) };
};

const roster = (facts: PaperFacts): readonly Block[] => [
  { kind: 'attachment', title: ['因公赴港澳人员名单'], orientation: 'landscape' },
  rosterTable(wordsOf(facts).members),
];

const plain = { issuer: 'office', signed: true, docx: true, publicFacts, term } as const;
const given = { ...plain, sealed } as const;
const series = (name: string, mark: string) => ({
  key: `hkm-${name}`,
  pattern: `{mark}港澳${mark}字〔{year}〕{seq}号`,
});

/** 任务批件: allows a delegation of ours to go. */
const approval: PaperDef = {
  ...given,
  key: 'approval',
  title: '因公赴港澳任务批件',
  series: series('approval', '出'),
  build(facts) {
    const { trip, led, dates, days, regions, costs } = wordsOf(facts);
    return paper(facts, 'approval', `赴港澳任务批件 ${trip.groupName ?? ''}`, [
      ...head(facts, ['因公赴港澳任务批件']),
      { kind: 'addressee', text: trip.filerUnit ?? '' },
      paragraph(
        `经审核，同意${led}于${dates}前往${regions}，执行${trip.purpose ?? ''}任务，在外停留${days}天（含出境、入境日）。`,
      ),
      paragraph(costs),
      ...upwardNote(facts),
      paragraph(DUTIES),
      { kind: 'attachmentList', items: ['因公赴港澳人员名单'] },
      ...tail(facts),
      ...roster(facts),
    ]);
  },
};

/** 任务确认件: tells the organiser that our people join. */
const confirmation: PaperDef = {
  ...given,
  key: 'confirmation',
  title: '因公赴港澳任务确认件',
  series: series('confirmation', '确'),
  build(facts) {
    const { trip, members, dates, days, regions, costs } = wordsOf(facts);
    const names = members.map(({ name = '' }) => name).join('、');
    return paper(facts, 'confirmation', `赴港澳任务确认件 ${trip.groupName ?? ''}`, [
      ...head(facts, ['因公赴港澳任务确认件'], 'letter'),
      { kind: 'addressee', text: trip.organiser ?? '' },
      paragraph(
        `${trip.organiserNumber ?? ''}任务通知书收悉。同意${names}（${members.length}人）参加“${trip.groupName ?? ''}”，于${dates}前往${regions}，执行${trip.purpose ?? ''}任务，在外停留${days}天。`,
      ),
      paragraph(costs),
      ...upwardNote(facts),
      { kind: 'attachmentList', items: ['因公赴港澳人员名单'] },
      ...tail(facts),
      ...roster(facts),
    ]);
  },
};

/** 任务通知书: one for each other unit that sends people into a delegation of ours. */
const notice: PaperDef = {
  ...given,
  key: 'notice',
  title: '因公赴港澳任务通知书',
  series: series('notice', '通'),
  addressed: true,
  publicFacts: (facts) => [
    ...publicFacts(facts),
    ...(facts.addressee ? [{ label: '主送单位', en: 'Addressed to', value: facts.addressee }] : []),
  ],
  build(facts) {
    const { trip, led, members, dates, days, regions, costs } = wordsOf(facts);
    const unit = facts.addressee ?? sendingUnits(trip)[0] ?? '';
    const sent = members.filter(({ employer }) => employer === unit);
    const number = facts.state.papers.find((one) => one.paper === 'approval')?.number;
    return paper(facts, 'notice', `赴港澳任务通知书 ${trip.groupName ?? ''} ${unit}`.trim(), [
      ...head(facts, ['因公赴港澳任务通知书'], 'letter'),
      { kind: 'addressee', text: unit },
      paragraph(
        `${number ? `根据${number}任务批件，` : ''}${trip.organiser ?? ''}组织“${trip.groupName ?? ''}”（${led}），于${dates}前往${regions}，执行${trip.purpose ?? ''}任务，在外停留${days}天。`,
      ),
      paragraph(
        `你单位派${sent.length}人参加：${sent.map(({ name = '', post = '' }) => (post ? `${name}（${post}）` : name)).join('、')}。请据此办理审批手续，由有审批权的外事部门出具任务确认件。`,
      ),
      paragraph(costs),
      ...tail(facts),
    ]);
  },
};

/** 通行证签注事项表: which endorsement for whom, for the desk that makes them. */
const endorsement: PaperDef = {
  ...plain,
  key: 'endorsement',
  title: '通行证签注事项表',
  docx: false,
  build(facts) {
    const { trip, members, dates, regions } = wordsOf(facts);
    const { permits } = figuresOf(facts.state);
    const number = facts.state.papers.find(({ paper: of }) => of !== 'acceptance')?.number ?? '';
    return paper(
      facts,
      'endorsement',
      `签注事项表 ${trip.groupName ?? ''}`,
      [
        { kind: 'title', lines: ['因公往来港澳通行证签注事项表'] },
        paragraph(
          `派遣单位：${trip.filerUnit ?? ''}。批件文号：${number}。前往${regions}，${dates}。申请：${trip.endorsement ? ENDORSEMENTS[trip.endorsement] : ''}。`,
        ),
        {
          kind: 'table',
          size: 'list',
          widths: [4, 7, 4, 10, 14, 12, 20],
          header: [['序号', '姓名', '性别', '出生日期', '工作单位', '职务', '通行证情况']],
          rows: members.map((one, i) => {
            const permit = permits[i];
            return [
              centred(`${i + 1}`),
              one.name ?? '',
              centred(sexOf(one.sex)),
              one.birthDate ?? '',
              one.employer ?? '',
              one.post ?? '',
              permit
                ? [PERMIT_STATES[permit.state], permit.number, permit.until]
                    .filter((part) => part !== '')
                    .join(' ')
                : '',
            ];
          }),
        },
        ...tail(facts),
      ],
      { orientation: 'landscape' },
    );
  },
};

const words: NoticeWords = {
  series: 'hkm',
  issuer: 'office',
  form: hkmForm,
  addressee: (facts) => wordsOf(facts).trip.filerUnit ?? '',
  matter: (facts) => `“${wordsOf(facts).trip.groupName ?? ''}”因公赴港澳申报`,
  uncounted: ({ policy }) =>
    policy.flag(key('promise-stands-for-leader'))
      ? '补正、挂起、上报等待和等候领导签批的时间'
      : '补正、挂起、上报等待的时间',
  told: noticesTold,
  basis: '因公赴港澳管理有关规定',
};

/** What an approval issues, by the type of case. */
export const approvalPapers = (state: CaseState): readonly string[] => {
  const trip = tripOf(state);
  return [
    trip.caseType === 'span-join' ? 'confirmation' : 'approval',
    ...(trip.caseType === 'span-lead' ? sendingUnits(trip).map((unit) => paperFor('notice', unit)) : []),
    'endorsement',
  ];
};

/** Every paper of the service. */
export const papers: readonly PaperDef[] = [
  acceptanceNotice(words),
  correctionNotice(words),
  nonAcceptanceNotice(words),
  refusalNotice(words),
  approval,
  confirmation,
  notice,
  endorsement,
];
