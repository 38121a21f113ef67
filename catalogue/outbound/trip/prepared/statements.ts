import { dayInChinese } from '@zhitongche/base';
import { paragraph, sentence } from '../../../shared/papers.ts';
import { BLANK, prepare, sealRoom, titled } from '../../../shared/prepared.ts';
import { rosterTable } from '../../../shared/roster.ts';
import { publicityColumns } from '../fields/materials.ts';
import { readTrip, type TripRead, WHOLE_TRIP } from './read.ts';

/** 邀请函情况说明: who invites, how the unit knows him, and where the letter came from, which only the unit can say. */
export const invitationNote = prepare(readTrip, {
  title: '邀请函情况说明',
  back: 'invitationNote',
  shows: ['filerUnit', 'groupName', 'legs', 'exitDate', 'entryDate'],
  write({ words: { trip, dates, countries, via } }, { authority }) {
    const hosts = (trip.legs ?? []).filter(({ inviter }) => inviter !== undefined);
    return [
      titled('关于邀请函来源情况的说明'),
      { kind: 'addressee', text: authority },
      paragraph(`${trip.groupName ?? BLANK}拟于${dates}前往${countries || BLANK}${via}，邀请情况如下。`),
      {
        kind: 'table',
        size: 'list',
        widths: [8, 16, 14, 12],
        header: [['前往地', '邀请单位', '邀请人及职务', '与邀请单位的关系']],
        rows: hosts.map((leg) => [
          `${leg.country ?? ''}${leg.city ?? ''}`,
          `${leg.inviter ?? ''}（${leg.inviterForeign ?? ''}）`,
          `${leg.inviterPerson ?? ''} ${leg.inviterPost ?? ''}`.trim(),
          leg.relation ?? '',
        ]),
      },
      paragraph(`邀请函来源（由单位填写）：${BLANK}${BLANK}`),
      paragraph('邀请函由我单位与邀请单位直接联系取得，未经中介机构，没有购买邀请函。情况属实。'),
      ...sealRoom(trip.filerUnit ?? ''),
    ];
  },
});

const where = ({ row }: TripRead): string => {
  const { options } = publicityColumns.where;
  return (row.where ?? []).map((one) => options.find(({ value }) => value === one)?.label ?? one).join('、');
};

const term = ({ row }: TripRead): string =>
  `${row.from ? dayInChinese(row.from) : BLANK}至${row.to ? dayInChinese(row.to) : BLANK}`;

const PUBLIC = ['unit', 'where', 'from', 'to'] as const;

/** 公示稿: what a unit of the delegation puts up before it is filed; names, posts, places, days, money. */
export const publicNotice = prepare(readTrip, {
  title: '公示稿',
  back: 'publicity.sealed',
  shows: [...WHOLE_TRIP, 'tasks'],
  ofRow: PUBLIC,
  write(read) {
    const { words, row } = read;
    return [
      titled('因公临时出国公示'),
      paragraph(
        `根据因公临时出国公示的规定，现将${words.trip.groupName ?? BLANK}有关情况公示如下，公示时间为${term(read)}。`,
      ),
      {
        kind: 'particulars',
        items: [
          { label: '出访国家（地区）', value: `${words.countries}${words.via}` },
          { label: '出访日期', value: `${words.dates}，共${words.days}天` },
          { label: '往返路线', value: words.trip.route ?? '' },
          { label: '出访任务', value: words.trip.purpose ?? '' },
          { label: '主要日程', value: words.trip.tasks ?? '' },
          {
            label: '邀请单位',
            value: [...new Set((words.trip.legs ?? []).flatMap(({ inviter }) => inviter ?? []))].join('、'),
          },
          { label: '经费', value: words.costs },
        ].filter(({ value }) => value !== ''),
      },
      { kind: 'heading', level: 2, text: '出访人员' },
      {
        kind: 'table',
        size: 'list',
        widths: [10, 22, 18],
        header: [['姓名', '工作单位', '职务（职称）']],
        rows: words.members.map(({ name = '', employer = '', post = '' }) => [name, employer, post]),
      },
      paragraph(`公示期间对上述情况有不同意见的，请向${row.unit ?? BLANK}反映。联系电话：${BLANK}`),
      ...sealRoom(row.unit ?? ''),
    ];
  },
});

/** 公示情况说明: that it was put up, where, how long, and what was said to it. */
export const publicityNote = prepare(readTrip, {
  title: '公示情况说明',
  back: 'publicity.sealed',
  shows: ['groupName', 'members', 'legs', 'exitDate', 'entryDate'],
  ofRow: [...PUBLIC, 'feedback'],
  write(read, { authority }) {
    const { words, row } = read;
    return [
      titled('因公临时出国公示情况说明'),
      { kind: 'addressee', text: authority },
      paragraph(
        `${words.trip.groupName ?? BLANK}（${words.group}，${words.dates}前往${words.countries}${words.via}）已由${row.unit ?? BLANK}于${term(read)}在${where(read) || BLANK}公示。`,
      ),
      paragraph(`公示期间反馈情况：${sentence(row.feedback) || BLANK}`),
      ...sealRoom(row.unit ?? ''),
    ];
  },
});

/** 参加学术会议情况说明: what is known of the conference; the four points the unit answers for are left to it. */
export const conferenceStatement = prepare(readTrip, {
  title: '参加学术会议情况说明',
  back: 'conferenceStatement',
  shows: WHOLE_TRIP,
  write({ words }, { authority }) {
    return [
      titled('关于参加学术会议的情况说明'),
      { kind: 'addressee', text: authority },
      paragraph(
        `${words.led}拟于${words.dates}前往${words.countries}${words.via}：${sentence(words.trip.purpose)}`,
      ),
      ...['论文观点', '有无泄密', '知识产权归属', '教学工作安排'].map((point) =>
        paragraph(`${point}：${BLANK}${BLANK}`),
      ),
      { kind: 'heading', level: 2, text: '人员' },
      rosterTable(words.members),
      ...sealRoom(words.trip.filerUnit ?? ''),
    ];
  },
});
