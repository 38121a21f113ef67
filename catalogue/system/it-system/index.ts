import { checksFor } from '@zhitongche/case';
import { choice, form, integer, options, pick, text } from '@zhitongche/form';
import { defineRegister } from '@zhitongche/register';
import { DESK_AND_CITIES } from '../../shared/desk-readers.ts';
import { policiesOf } from '../../shared/policies.ts';
import { SYSTEM_HOURS } from '../../shared/system-hours.ts';
import { SYSTEMS } from './samples.ts';

const systemForm = form({
  system: {
    title: '系统',
    fields: {
      name: text('系统名称', { max: 80, required: true, width: 8 }),
      level: choice(
        '等级保护',
        options({ none: '未定级', '1': '一级', '2': '二级', '3': '三级', '4': '四级' }),
        {
          required: true,
          width: 4,
        },
      ),
      owner: text('责任处室', { max: 60, width: 6 }),
      contract: pick('运维合同', 'contract', { width: 6 }),
      terminals: integer('终端数', { min: 0, max: 100_000, unit: '台', width: 4 }),
      note: text('备注', { max: 300, lines: 2 }),
    },
  },
  limits: {
    title: '故障时限',
    intro: '登记故障时带入；以后改动不影响已登记的故障。',
    fields: {
      hours: choice('计时办法', options(SYSTEM_HOURS), { required: true, width: 4 }),
      answer: integer('响应时限', { min: 1, max: 100_000, unit: '分钟', width: 4 }),
      repair: integer('修复时限', { min: 1, max: 100_000, unit: '分钟', width: 4 }),
    },
  },
  watch: {
    title: '探测',
    intro: '本程序定时访问这个地址，看它有没有应答；只访问，不登录，不读内容。空着不探测。',
    fields: {
      address: text('探测地址', {
        max: 300,
        help: '如 https://oa.example.gov.cn/；内网地址须在允许的网段内',
      }),
    },
  },
});

const { key } = policiesOf('it-system');

/** What an office asks of its own systems, and how. */
const rules = { title: '本单位信息系统运行维护规定', unconfirmed: true } as const;

/** 信息系统: one card a system, with whom it is kept by and how quickly a fault of it must be answered and mended. */
export const itSystems = defineRegister({
  code: 'it-system',
  name: '信息系统',
  noun: '信息系统',
  en: 'Information systems',
  category: '系统运维',
  what: '每个信息系统一张卡：谁负责、等级保护几级、由哪份合同运维、故障多久响应和修复。',
  basis: ['河北省外办2024年度部门预算：网络安全和信息化运维经费'],
  measure: '个',
  form: systemForm,
  checks: [
    checksFor<typeof systemForm>()({
      code: 'S-01',
      title: '探测地址是完整的网址',
      level: 'block',
      basis: rules,
      reads: ['address'],
      run: ({ address }) =>
        /^https?:\/\/[^\s/@?#]+([/?#]\S*)?$/.test(address)
          ? []
          : [
              {
                at: ['address'],
                message: '探测地址不是完整的网址',
                en: 'Not a whole web address',
                todo: '请写 https:// 或 http:// 开头的完整网址，不带用户名和密码',
              },
            ],
    }),
  ],
  facts: { tables: [], lookups: {} },
  policies: [
    {
      key: key('probe-minutes'),
      label: '每隔几分钟探测一次',
      type: 'number',
      unit: '分钟',
      default: 5,
      bounds: [1, 60],
      unconfirmed: true,
    },
    {
      key: key('probe-failures'),
      label: '连续几次没有应答记为中断',
      type: 'number',
      unit: '次',
      default: 2,
      bounds: [1, 10],
      unconfirmed: true,
    },
    {
      // Networks in CIDR; the machine itself and its neighbours are never asked, whatever is listed.
      key: key('probe-networks'),
      label: '探测允许的本办网段（如 10.20.0.0/16）',
      type: 'list',
      default: [],
      seconded: true,
      unconfirmed: true,
    },
    {
      key: key('probe-ports'),
      label: '探测允许的端口',
      type: 'list',
      default: ['80', '443', '8080', '8443'],
      seconded: true,
      unconfirmed: true,
    },
  ],
  title: ({ name }) => name ?? '信息系统',
  columns: [
    { key: 'level', filter: true },
    { key: 'owner' },
    { key: 'answer' },
    { key: 'repair' },
    { key: 'contract', later: true },
    { key: 'address', later: true },
  ],
  unique: ['name'],
  order: 'name',
  readers: DESK_AND_CITIES,
  keepers: ['handler', 'division-head'],
  samples: () => SYSTEMS,
});
