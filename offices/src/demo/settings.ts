import { CITIES, PROVINCE } from './orgs.ts';
import type { DemoLetterhead, DemoPolicy } from './shape.ts';

/** Letterheads of the bodies that issue papers. */
export const demoLetterheads: readonly DemoLetterhead[] = [
  { org: 'root', mark: '云外', address: '云泽省云泽市示例路1号', phone: '000-00000000' },
  ...CITIES.map(([key, name, mark], index) => ({
    org: `city-${key}`,
    mark,
    address: `云泽省${name}示例大街${index + 2}号`,
    phone: '000-00000001',
  })),
];

const demo = '演示环境设定，正式环境不用';

/** What the demo office sets; everything else is the shipped default with its own basis. */
export const demoPolicies: readonly DemoPolicy[] = [
  { key: 'login.totp-roles', value: [], validFrom: '2020-01-01', source: demo },
  { key: 'login.password-days', value: 0, validFrom: '2020-01-01', source: demo },
  { key: 'login.sessions', value: 50, validFrom: '2020-01-01', source: demo },
  { key: 'login.session-hours', value: 72, validFrom: '2020-01-01', source: demo },
  { key: 'login.idle-minutes', value: 720, validFrom: '2020-01-01', source: demo },
  { key: 'login.source-tries', value: 500, validFrom: '2020-01-01', source: demo },
  { key: 'unit-account.filing', value: 'stop', validFrom: '2020-01-01', source: demo },
  { key: 'unit-account.training', value: 'warn', validFrom: '2020-01-01', source: demo },
  {
    key: 'outbound-trip.copies-to',
    value: [`${PROVINCE}财政厅`],
    validFrom: '2020-01-01',
    source: demo,
  },
  {
    key: 'outbound-trip.city-delegated',
    org: 'city-yunze',
    value: true,
    validFrom: '2020-01-01',
    source: '云外发〔2020〕1号（演示文件）：委托云泽市外办审批处级及以下人员',
  },
];
