import { ACTS } from '@zhitongche/case';

/** Kinds of action one can look for; the key is what the action's code begins with. */
export const ACTION_GROUPS: Readonly<Record<string, string>> = {
  login: '登录',
  logout: '退出',
  access: '越权访问',
  password: '密码',
  totp: '动态口令',
  account: '账户',
  grant: '授权',
  role: '自设角色',
  request: '两人办理',
  policy: '政策数值',
  org: '机构',
  calendar: '工作日历',
  letterhead: '文头',
  table: '参考表',
  case: '办件',
  file: '附件',
  paper: '文书',
  register: '台账',
  hold: '保全',
  delegation: '外出委托',
  budget: '预算公开',
  audit: '审计核对',
  backup: '备份和恢复',
  adoption: '旧记录认领',
  row: '旧记录逐行认领',
  settings: '设定存证',
  key: '字段密钥',
  master: '主密钥',
  office: '建立机构',
  demo: '演示数据',
};

const ACTIONS: Readonly<Record<string, string>> = {
  login: '登录',
  logout: '退出',
  'access.refused': '越权访问被拒',
  'login.tampered': '登录信息被改动的账户登录',
  'login.refused': '登录被拒',
  'login.locked': '登录锁定',
  'login.stopped': '停用账户登录',
  'login.totp-needed': '要求动态口令',
  'login.totp-wrong': '动态口令错误',
  'password.change': '修改密码',
  'totp.confirm': '绑定动态口令',
  'account.create': '开户',
  'account.change': '变更账户',
  'grant.ask': '提出授权',
  'grant.confirm': '确认授权',
  'grant.refuse': '不予确认授权',
  'grant.revoke': '收回角色',
  'role.retire': '停用自设角色',
  'request.ask': '提出重置、登录数值、自设角色或到期删除清单',
  'request.agree': '确认请求',
  'request.refuse': '退回请求',
  'request.done': '办结请求',
  'policy.add': '设定政策数值',
  'org.save': '保存机构',
  'calendar.set': '更新工作日历',
  'letterhead.save': '保存文头',
  'table.put': '载入参考表',
  'case.create': '新建申报',
  'case.delete': '删除草稿',
  'case.erase': '删除到期的附件或个人信息',
  'hold.place': '保全办件',
  'hold.end': '解除保全',
  'case.reveal': '查看隐藏的个人信息',
  'case.rate': '评价',
  'case.export': '导出列表',
  'case.tick': '时限推进',
  'case.adopt': '认领旧办件的链头',
  'row.code': '记下登记行的校验码',
  'file.open': '查看附件',
  'file.upload': '上传附件',
  'file.delete': '到期删除未提交的附件',
  'file.infected': '发现带病毒的文件',
  'register.search': '按证件号码查台账',
  'register.look-up': '未通过的申报核对人员',
  'register.export': '导出台账',
  'register.import': '从表格导入台账',
  'register.remind': '台账到期提醒',
  'register.move': '台账条目流转',
  'register.check-in': '凭码签到',
  'register.propose': '办件提出更正台账',
  'register.left-out': '办件人员单位未能登记',
  'register.take-proposal': '采纳台账更正',
  'register.refuse-proposal': '不采纳台账更正',
  'register.count': '盘点库存',
  'paper.issued': '出具文书',
  'paper.failed': '出证失败',
  'paper.revoked': '作废文书',
  'paper.open': '下载文书',
  'delegation.add': '设置外出委托',
  'delegation.end': '结束外出委托',
  'budget.read': '读取预算文件',
  'budget.begin': '新建预算编制',
  'budget.keep': '固定预算版本',
  'budget.save': '保存预算草稿',
  'budget.publish': '公开预算',
  'audit.verify': '核对链条',
  'audit.went-back': '确认数据库已回到较早时刻',
  'account.rescue': '控制台重置账户',
  'backup.make': '备份',
  'backup.restore': '从备份恢复',
  'office.create': '建立机构',
  'adoption.open': '开始认领旧记录',
  'adoption.close': '结束认领旧记录',
  'row.adopt': '认领旧记录的一行',
  'settings.name': '为设定存证',
  'demo.ready': '演示数据就绪',
  'key.draw': '启用新的字段密钥',
  'rows.broken': '登记核对发现不同',
  'rows.sound': '登记核对恢复一致',
  'key.reseal': '以现用密钥重新封存',
  'master.draw': '启用新的主密钥',
  'master.renew': '以新的主密钥重写旧记录',
  'master.end': '停用旧的主密钥',
};

const KERNEL_ACTS: Readonly<Record<string, string>> = ACTS;

/** An action in the office's words; `verb` is what services call the act. One that has no words yet keeps its code. */
export const actionWords = (action: string, verb?: string | null): string => {
  const act = action.startsWith('case.') ? action.slice('case.'.length) : '';
  return ACTIONS[action] ?? verb ?? KERNEL_ACTS[act] ?? action;
};

const OBJECTS: Readonly<Record<string, string>> = {
  person: '人员',
  case: '办件',
  org: '机构',
  office: '本机构',
  table: '参考表',
  policy: '政策数值',
  grant: '授权',
  role: '自设角色',
  file: '附件',
  paper: '文书',
  budget: '预算',
  backup: '备份',
  adoption: '旧记录认领',
  key: '字段密钥',
  master: '主密钥',
  request: '两人办理的请求',
  register: '台账',
  endpoint: '接口',
  settings: '设定',
  list: '列表',
  calendar: '工作日历',
  access: '越权访问',
};

/** What stands behind the kind, where it is no id, number or key an office knows. */
const SINGLE: Readonly<Record<string, string>> = {
  'access:more': '一分钟内还有更多',
  'person:unknown': '不存在的账户',
  'settings:orgs': '机构',
  'settings:letterheads': '文头',
  'settings:calendar': '工作日历',
  'settings:tables': '参考表',
  'settings:figures': '政策数值',
  'settings:holds': '保全',
};

const ID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-([0-9a-f]{12})$/;

/** What an action was done to, short enough for a column: the kind in words and the end of a long id. */
export const objectWords = (object: string): string => {
  const colon = object.indexOf(':');
  if (colon < 0) return OBJECTS[object] ?? object;
  const kind = object.slice(0, colon);
  const rest = SINGLE[object] ?? object.slice(colon + 1);
  const tail = ID.exec(rest)?.[1];
  return `${OBJECTS[kind] ?? kind} ${tail === undefined ? rest : `…${tail.slice(-6)}`}`;
};
