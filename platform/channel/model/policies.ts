import type { PolicyDef } from '@zhitongche/office';
import { CHANNELS } from './channel.ts';
import { NOTICE_KINDS } from './notice-kind.ts';

/** Figures of the channels, which an office sets like any other. */
export const CHANNEL_POLICIES = [
  {
    key: 'channel.urgent',
    label: '哪些消息不受免打扰和每日汇总限制，立即发出',
    type: 'list',
    among: NOTICE_KINDS,
    default: ['overdue', 'urged', 'account'],
    unconfirmed: true,
  },
  {
    key: 'channel.digest-hour',
    label: '每日汇总几点发出',
    type: 'number',
    unit: '时',
    default: 8,
    bounds: [0, 23],
    unconfirmed: true,
  },
  {
    key: 'channel.quiet-from',
    label: '免打扰几点开始（本人没有另设时；与结束相同为不设）',
    type: 'number',
    unit: '时',
    default: 22,
    bounds: [0, 23],
    unconfirmed: true,
  },
  {
    key: 'channel.quiet-until',
    label: '免打扰几点结束（本人没有另设时）',
    type: 'number',
    unit: '时',
    default: 7,
    bounds: [0, 23],
    unconfirmed: true,
  },
  {
    key: 'channel.titles',
    label: '哪些渠道可以写出办件标题；其余只写办件编号，登录后查看',
    type: 'list',
    among: CHANNELS,
    default: [],
    basis: { title: '中华人民共和国个人信息保护法', article: '第六条' },
    unconfirmed: true,
  },
  {
    // Networks in CIDR; the machine itself and link-local addresses are never opened by any of them.
    key: 'channel.webhook-networks',
    label: '推送允许的本办网段（如 10.20.0.0/16）；公网地址只用 https',
    type: 'list',
    default: [],
    seconded: true,
    unconfirmed: true,
  },
  {
    key: 'channel.keep-days',
    label: '外发消息的记录保存多久',
    type: 'number',
    unit: '天',
    default: 180,
    bounds: [30, 3650],
    unconfirmed: true,
  },
] as const satisfies readonly PolicyDef[];
