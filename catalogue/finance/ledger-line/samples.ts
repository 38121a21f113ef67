import { addDays, daysBetween } from '@zhitongche/base';
import type { SampleRow } from '@zhitongche/register';
import { PROJECTS } from '../../shared/demo/projects.ts';
import type { Line } from './form.ts';

const BASIC = { sort: 'basic', fund: 'general', function: '2010301' } as const;
const PROJECT = { sort: 'project', fund: 'general', function: '2010302' } as const;

/** Lines of the invented province: days before today, amount, summary, payee, and where they belong. */
const SAMPLES: readonly (readonly [
  ago: number,
  amount: string,
  summary: string,
  payee: string,
  place: Line,
])[] = [
  [
    190,
    '180000.00',
    '视频会议系统驻场运维首付',
    '云泽数通科技有限公司',
    { ...PROJECT, project: PROJECTS.network, economic: '30213' },
  ],
  [
    170,
    '48000.00',
    '附加证明书贴纸',
    '云泽证照印务有限公司',
    { ...PROJECT, project: PROJECTS.passports, economic: '30202' },
  ],
  [
    160,
    '62300.50',
    '友城代表团来访接待',
    '云泽迎宾馆',
    { ...PROJECT, project: PROJECTS.visitors, economic: '30217' },
  ],
  [150, '8640.00', '公务用车燃油、维修', '云泽公车服务中心', { ...BASIC, economic: '30231' }],
  [
    120,
    '315204.18',
    '赴日本、韩国团组国际机票',
    '云泽航空服务有限公司',
    { ...PROJECT, project: PROJECTS.trips, economic: '30212', matter: '演示-出访' },
  ],
  [
    100,
    '152000.00',
    '等级保护测评',
    '云泽安测技术有限公司',
    { ...PROJECT, project: PROJECTS.network, economic: '30227', purpose: '等级保护测评' },
  ],
  [80, '21877.40', '办公电话、专线', '云泽电信有限公司', { ...BASIC, economic: '30207' }],
  [
    62,
    '118450.00',
    '商务考察团接待',
    '云泽迎宾馆',
    { ...PROJECT, project: PROJECTS.visitors, economic: '30217' },
  ],
  [
    45,
    '-3200.00',
    '退回多付的会场费',
    '云泽会展中心',
    { ...PROJECT, project: PROJECTS.visitors, economic: '30217' },
  ],
  [
    30,
    '206318.76',
    '赴德国、塞尔维亚团组费用',
    '云泽航空服务有限公司',
    { ...PROJECT, project: PROJECTS.trips, economic: '30212', matter: '演示-出访' },
  ],
  [18, '9120.00', '公务用车保险', '云泽财产保险有限公司', { ...BASIC, economic: '30231' }],
  [9, '33600.00', '翻译服务', '云泽译联有限公司', {}],
  [4, '1299.00', '打印纸、硒鼓', '云泽办公用品商行', {}],
];

/** Payments of this budget year: some of every kind, two that nobody has placed yet. */
export const samples = (today: string): readonly SampleRow<Line>[] => {
  const year = addDays(today, -31).slice(0, 4);
  return SAMPLES.map(([ago, amount, summary, payee, place], at) => {
    const day = [addDays(today, -ago), `${year}-01-01`].toSorted().at(-1) ?? today;
    return {
      ago: daysBetween(day, today),
      by: 'finance',
      answers: { day, voucher: `支付-${String(at + 1).padStart(4, '0')}`, amount, summary, payee, ...place },
    };
  });
};
