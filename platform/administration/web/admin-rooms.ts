import type { Me } from '@zhitongche/contract/web';
import type { IconName } from '@zhitongche/ui';

/** A page of the administration and who may enter it; the same split as the contract's callers. */
export interface AdminRoom {
  readonly to: string;
  readonly label: string;
  readonly icon: IconName;
  readonly note: string;
  readonly for: readonly AdminRole[];
}

/** The three administrators (三员), whose powers never meet in one hand. */
export type AdminRole = 'system-admin' | 'security-admin' | 'audit-admin';

const ROOMS: readonly AdminRoom[] = [
  {
    to: '/admin/people',
    label: '账户',
    icon: 'user',
    note: '开户、停用、解锁、授予和收回角色',
    for: ['system-admin', 'security-admin'],
  },
  {
    to: '/admin/grants',
    label: '待确认授权',
    icon: 'shield',
    note: '安全管理员提出、系统管理员确认，两人缺一不可',
    for: ['system-admin', 'security-admin'],
  },
  {
    to: '/admin/requests',
    label: '待两人办理',
    icon: 'users',
    note: '重置有角色的账户、改动登录数值、自设角色、删除到期内容，一人提出、另一人确认',
    for: ['system-admin', 'security-admin', 'audit-admin'],
  },
  {
    to: '/admin/retention',
    label: '保存期限',
    icon: 'clock',
    note: '什么保存多久、哪些到期、哪些办件在保全',
    for: ['system-admin', 'security-admin', 'audit-admin'],
  },
  {
    to: '/admin/orgs',
    label: '机构',
    icon: 'building',
    note: '省、市外办，处室，申报单位',
    for: ['system-admin', 'security-admin', 'audit-admin'],
  },
  {
    to: '/admin/policies',
    label: '政策数值',
    icon: 'list',
    note: '天数、人数、标准，每一个都有依据和施行日期',
    for: ['system-admin', 'security-admin', 'audit-admin'],
  },
  {
    to: '/admin/roles',
    label: '角色权限',
    icon: 'key',
    note: '每个角色能做什么、有多少人，本办自设的角色',
    for: ['system-admin', 'security-admin', 'audit-admin'],
  },
  {
    to: '/admin/seats',
    label: '席位预警',
    icon: 'alert',
    note: '哪一环节将无人可办、只有申请人本人或由一人签两次',
    for: ['system-admin', 'security-admin', 'audit-admin'],
  },
  {
    to: '/admin/calendar',
    label: '工作日历',
    icon: 'calendar',
    note: '国务院办公厅每年公布的放假调休',
    for: ['system-admin'],
  },
  {
    to: '/admin/letterheads',
    label: '文头',
    icon: 'stamp',
    note: '红头、落款、机关代字',
    for: ['system-admin', 'security-admin'],
  },
  {
    to: '/admin/tables',
    label: '参考表',
    icon: 'table',
    note: '经费标准、汇率、免签、国别',
    for: ['system-admin', 'security-admin'],
  },
  {
    to: '/admin/config',
    label: '运行检查',
    icon: 'check-circle',
    note: '密钥、字体、任务、备份是否正常',
    for: ['system-admin'],
  },
  {
    to: '/admin/messages',
    label: '外发消息',
    icon: 'send',
    note: '邮件、短信、微信是否接通，哪些没有发出去、为什么',
    for: ['system-admin', 'audit-admin'],
  },
  {
    to: '/admin/webhooks',
    label: '推送地址',
    icon: 'external',
    note: '把办件进展签名推送给其他系统，失败的可重放',
    for: ['system-admin', 'security-admin', 'audit-admin'],
  },
  {
    to: '/admin/audit',
    label: '审计日志',
    icon: 'eye',
    note: '谁在何时做了什么，链条是否完整',
    for: ['audit-admin'],
  },
];

/** True when a person is that administrator. */
export const isAdmin = (me: Pick<Me, 'grants'>, role: AdminRole): boolean =>
  me.grants.some((g) => g.role === role);

/** The pages a person may enter. */
export const roomsOf = (me: Pick<Me, 'grants'>): readonly AdminRoom[] =>
  ROOMS.filter((room) => room.for.some((role) => isAdmin(me, role)));
