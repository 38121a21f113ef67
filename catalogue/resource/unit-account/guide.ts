import type { Guide } from '@zhitongche/case';
import { accountRule } from './basis.ts';
import { key } from './policy.ts';

/** What a unit reads before it begins. */
export const guide: Guide = {
  what: '单位在申报因公出访等事项前先开户备案：单位证书、公章和签字样本、签批人、专办员；以后每年续期，有变化的变更，专办员离任的办理交接。',
  conditions: [
    '单位和专办员的登录已由外办系统管理员预先登记',
    '二级单位的主管部门已经开户备案',
    '签批人一至二名，专办员不超过二名',
  ],
  materials: [
    { name: '申请函', form: '盖章，PDF或图片' },
    { name: '统一社会信用代码证书', form: 'PDF或图片' },
    { name: '公章样本、签批人签字样本', form: '图片', note: '盖、签在白纸上' },
    { name: '材料保管承诺书', form: '签字盖章，PDF或图片' },
  ],
  timeLimits: [{ step: '备案有效期', policy: key('term-months'), text: '{}，期满前30天提醒' }],
  basis: [accountRule('').title],
  fee: '不收费',
  questions: [
    { q: '备案没有确认能做什么？', a: '可以填写和保存草稿；确认后才能提交。' },
    { q: '单位改了名称怎么办？', a: '办理变更。新草稿用新名称，已经提交的申报仍用提交时的名称。' },
  ],
};
