import { choice, integer, onePage, options, table, text, yesNo } from '@zhitongche/form';
import { defineRegister } from '@zhitongche/register';
import { OFFICE_AND_CITIES } from '../../shared/desk-readers.ts';
import { timeOfDay } from './time-of-day.ts';

const WEEKDAYS = {
  '1': '星期一',
  '2': '星期二',
  '3': '星期三',
  '4': '星期四',
  '5': '星期五',
  '6': '星期六',
  '7': '星期日',
} as const;

const week = (from: string, to: string) =>
  (['1', '2', '3', '4', '5'] as const).map((weekday) => ({ weekday, from, to }));

/** 会议室、窗口、车辆: what the office books every day, and when it is open. */
export const bookable = defineRegister({
  code: 'booking-resource',
  name: '会议室、窗口与车辆',
  noun: '可预约资源',
  en: 'Rooms, windows and cars',
  category: '预约',
  what: '可以预约的会议室、办事窗口、采集室和车辆：开放时间、同时可用几个。',
  basis: ['本单位会议室、车辆管理规定'],
  measure: '个',
  form: onePage('基本情况', {
    name: text('名称', { max: 40, required: true, width: 6 }),
    kind: choice(
      '种类',
      options({ room: '会议室', window: '办事窗口', booth: '采集室', car: '车辆', interpreter: '译员' }),
      { required: true, width: 6 },
    ),
    capacity: integer('同时可约', { min: 1, max: 200, required: true, unit: '个', width: 4 }),
    seats: integer('容纳人数', { min: 1, max: 10_000, unit: '人', width: 4 }),
    place: text('地点', { max: 80, width: 4 }),
    workdays: yesNo('只在工作日开放', { required: true }),
    opening: table(
      '开放时间',
      {
        weekday: choice('星期', options(WEEKDAYS), { required: true }),
        from: timeOfDay('开始'),
        to: timeOfDay('结束'),
      },
      { minRows: 1, maxRows: 21, rowName: '段' },
    ),
  }),
  checks: [],
  facts: { tables: [], lookups: {} },
  policies: [],
  title: ({ name }) => name ?? '可预约资源',
  cardFacts: ({ place, seats }) => [
    ...(place === undefined ? [] : [{ label: '地点', value: place }]),
    ...(seats === undefined ? [] : [{ label: '容纳', value: `${seats}人` }]),
  ],
  columns: [
    { key: 'name', later: true },
    { key: 'kind', filter: true },
    { key: 'place' },
    { key: 'seats' },
    { key: 'capacity' },
  ],
  unique: ['name'],
  dates: [],
  relations: [],
  readers: OFFICE_AND_CITIES,
  keepers: ['window', 'handler', 'city-reviewer'],
  resource: { capacity: 'capacity', opening: 'opening', workdays: 'workdays' },
  samples: () => [
    {
      answers: {
        name: '二楼会见厅',
        kind: 'room',
        capacity: 1,
        seats: 40,
        place: '办公楼二层',
        workdays: true,
        opening: week('08:30', '18:00'),
      },
    },
    {
      answers: {
        name: '护照采集室',
        kind: 'booth',
        capacity: 2,
        place: '服务大厅',
        workdays: true,
        opening: [...week('09:00', '12:00'), ...week('14:00', '17:00')],
      },
    },
    {
      answers: {
        name: '领事窗口',
        kind: 'window',
        capacity: 2,
        place: '服务大厅',
        workdays: true,
        opening: [...week('09:00', '12:00'), ...week('14:00', '17:00')],
      },
    },
    {
      answers: {
        name: '外事用车（中巴）',
        kind: 'car',
        capacity: 1,
        seats: 19,
        workdays: false,
        opening: [
          ...week('00:00', '23:59'),
          { weekday: '6' as const, from: '00:00', to: '23:59' },
          { weekday: '7' as const, from: '00:00', to: '23:59' },
        ],
      },
    },
  ],
});
