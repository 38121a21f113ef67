import { type MoneyMove, WAYS } from '@zhitongche/money';
import { type CaseEvent, type Doer, type Effect, paperTitle, type Service } from '@zhitongche/case';
import { dayInChinese, glyphName, minutesInWords, moneyText } from '@zhitongche/base';

type Body<T extends CaseEvent['type']> = Extract<CaseEvent, { type: T }>;
type Tell<T extends CaseEvent['type']> = (event: Body<T>, who: string, names: Names) => string;

interface Names {
  step(key: string | null): string;
  paper(key: string): string;
  flag(key: string): string;
  link(id: string, what: string): string;
  timer(key: string): string;
  strands(kind: string, ids: readonly string[], to: string | null): string;
}

const names = (persons: readonly { readonly name: string }[]): string =>
  persons.map((p) => p.name).join('、');
const said = (opinion: string | undefined): string => (opinion ? `：${opinion}` : '');
const OUTCOME = { completed: '办结', refused: '不予同意', cancelled: '撤销' } as const;
const PAUSED = {
  correction: '等待补正',
  suspended: '挂起',
  outside: '上报等待',
  signing: '该环节不计时',
  payment: '等待缴费',
} as const;
const ERASED = { files: '附件', personal: '个人信息' } as const;
const RELEASED = {
  'rule-met': '会签结果已定',
  'cannot-pass': '会签未通过',
  left: '已离开该环节',
  done: '该办的已办完',
} as const;

const EFFECT: Readonly<Record<Effect['do'], string>> = {
  keep: '写入资源台账',
  settle: '一并办理本办件定下的事项',
  open: '由本办件新办关联办件',
  strands: '开列分项',
  bill: '开具账单',
  register: '登记入台账',
  notify: '发送通知',
  revoke: '本办件已出具的文书全部作废',
  // Written as events of their own.
  issue: '出具文书',
  'start-clock': '承诺时限开始',
  'stop-clock': '承诺时限停止',
  'extend-clock': '承诺时限延长',
  flag: '标记',
};

const yuan = (amount: string): string => `${moneyText(amount)}元`;

/** What happened to the money, in one sentence. */
const moneyTold = (told: MoneyMove, who: string): string => {
  switch (told.move) {
    case 'billed':
      return told.exempt
        ? `账单${yuan(told.total)}，免缴：${told.exempt.reason}（${told.exempt.basis}）`
        : `开具账单，应缴${yuan(told.total)}`;
    case 'claimed':
      return `${who}已上传缴费凭证，待核对`;
    case 'claim-refused':
      return `缴费凭证未核到账${said(told.reason)}`;
    case 'paid':
      return told.surplus
        ? `收到${yuan(told.amount)}（${WAYS[told.way]}），已无应缴，待退款`
        : `已缴${yuan(told.amount)}（${WAYS[told.way]}，${dayInChinese(told.on)}）`;
    case 'exempted':
      return `${who}准予免缴${said(told.reason)}${told.basis ? `（${told.basis}）` : ''}`;
    case 'voided':
      return `账单作废${said(told.reason)}`;
    case 'refund-asked':
      return `${who}申请退款${yuan(told.amount)}${said(told.reason)}`;
    case 'refunded':
      return `${who}确认已退款${yuan(told.amount)}（${dayInChinese(told.on)}）`;
    case 'refund-refused':
      return `${who}不予退款${said(told.reason)}`;
    case 'fiscal':
      return `${who}补登财政电子票据号 ${told.number}`;
    default:
      return told satisfies never;
  }
};

const TELL: { readonly [T in CaseEvent['type']]: Tell<T> } = {
  submitted: (e, who) => (e.round === 1 ? `${who}提交申报` : `${who}第 ${e.round} 次提交`),
  'step-entered': (e, _who, n) =>
    `进入“${n.step(e.step)}”${e.due ? `，应于${dayInChinese(e.due)}前办理` : ''}`,
  'steps-skipped': (e, _who, n) => `无需经过：${e.steps.map((step) => n.step(step)).join('、')}`,
  decided: (e, who, n) => `${who}在“${n.step(e.step)}”${e.label}${said(e.opinion)}`,
  'seats-released': (e) => `${e.seats.length} 个席位不再需要（${RELEASED[e.why]}）`,
  'seat-ready': () => '轮到下一位办理',
  returned: (e, who, n) => `${who}将办件从“${n.step(e.from)}”退回“${n.step(e.to)}”${said(e.opinion)}`,
  'correction-asked': (e, who) => `${who}一次性告知 ${e.faults.length} 处需补正${said(e.opinion)}`,
  withdrawn: (e, who) => (e.by === 'applicant' ? `${who}撤回申报` : `${who}撤回自己的办理`),
  cancelled: (e, who) => `${who}撤销办件${said(e.reason)}`,
  transferred: (e, who) => `${who}转给${e.to.name}办理${said(e.opinion)}`,
  'handed-on': (e) => `由${e.from.name}移交${e.to.name}接办（${e.by}）`,
  entrusted: (e, who) => `${who}委托${e.to.name}办理${said(e.opinion)}`,
  'seats-added': (e, who) =>
    `${who}${e.where === 'before' ? '前加签' : '后加签'}：${names(e.seats.flatMap((seat) => seat.person ?? []))}${said(e.opinion)}`,
  escalated: (e, who) => `${who}上报${said(e.opinion)}`,
  reported: (e, who) =>
    `${who}登记批复：${e.reply.authority} ${e.reply.number}（${dayInChinese(e.reply.date)}）${e.reply.result === 'approved' ? '同意' : '不同意'}`,
  urged: (e, who) => `${who}催办${said(e.message)}`,
  copied: (e, who) => `${who}抄送${names(e.to)}${said(e.message)}`,
  suspended: (e, who) => `${who}挂起办件${said(e.reason)}`,
  resumed: (_e, who) => `${who}恢复办理`,
  'clock-started': (e) =>
    `承诺时限开始：${e.days} 个工作日，至${dayInChinese(e.due)}${e.provisional ? '（暂定）' : ''}`,
  'clock-paused': (e) => `承诺时限暂停（${PAUSED[e.why]}）`,
  'clock-extended': (e) =>
    `承诺时限延长 ${e.days} 个工作日，至${dayInChinese(e.due)}${e.provisional ? '（暂定）' : ''}`,
  'clock-resumed': (e) => `承诺时限继续，至${dayInChinese(e.due)}${e.provisional ? '（暂定）' : ''}`,
  'clock-stopped': (e) => (e.late ? '承诺时限停止（已超时）' : '承诺时限停止（按时）'),
  'clock-revised': (e) => `节假日安排公布后，时限改为${dayInChinese(e.due)}`,
  reminded: (e) => `临近时限${dayInChinese(e.due)}，已提醒`,
  overdue: (e) => `已超过时限${dayInChinese(e.due)}`,
  flagged: (e, _who, n) => `${e.on ? '标记' : '取消标记'}“${n.flag(e.flag)}”`,
  effect: (e) => EFFECT[e.effect.do],
  'issue-asked': (e, _who, n) => `开始出具${n.paper(e.paper)}`,
  issued: (e, _who, n) => `${n.paper(e.paper)}已出具${e.number ? `，编号 ${e.number}` : ''}`,
  'issue-failed': (e, _who, n) => `${n.paper(e.paper)}未能出具：${e.problem}`,
  'issue-retried': (e, who, n) =>
    `${who}重试出具${n.paper(e.paper)}${Object.entries(e.spelling ?? {})
      .map(
        ([one, text]) =>
          `，${glyphName({ character: one, codePoint: one.codePointAt(0) ?? 0 })}写作“${text}”`,
      )
      .join('')}`,
  revealed: (e, who) => `${who}查看隐藏信息 ${e.fields.length} 项，用途：${e.purpose}`,
  erased: (e) =>
    `保存期限届满，已删除${e.parts.map((part) => ERASED[part]).join('、')}（清单由${e.askedBy}提出、${e.confirmedBy}确认）`,
  rated: (e, who) => `${who}评价 ${e.score} 分${said(e.comment)}`,
  'timer-started': (e, _who, n) => `“${n.timer(e.timer)}”时限开始计算：${minutesInWords(e.minutes * 60_000)}`,
  'timer-paused': (e, _who, n) => `“${n.timer(e.timer)}”时限暂停`,
  'timer-resumed': (e, _who, n) => `“${n.timer(e.timer)}”时限继续`,
  'timer-stopped': (e, _who, n) =>
    `“${n.timer(e.timer)}”用时${minutesInWords(e.ms)}${e.late ? '，超过时限' : ''}`,
  'timer-told': (e, _who, n) => `“${n.timer(e.timer)}”时限已用${e.percent}%，已提醒`,
  'strands-opened': (e, _who, n) => n.strands(e.strands, e.ids, null),
  'strands-moved': (e, who, n) =>
    `${who}：${n.strands(e.strands, e.ids, e.to)}（${dayInChinese(e.on)}）${said(e.note)}`,
  money: (e, who) => moneyTold(e.told, who),
  'strands-late': (e, _who, n) => `${n.strands(e.strands, e.ids, null)}已超过时限`,
  linked: (e, _who, n) => n.link(e.link, '已关联'),
  unlinked: (e, who, n) =>
    `${who}解除关联${said(n.link(e.link, ''))}${e.reason ? `，理由：${e.reason}` : ''}`,
  'link-closed': (e, _who, n) => n.link(e.link, `办件${OUTCOME[e.outcome]}`),
  closed: (e) => `办件${OUTCOME[e.outcome]}`,
};

/** Names an event speaks of that are none of its service's: as its reader may know them. */
export interface ToldNames {
  readonly org: (org: string) => string;
  readonly link: (link: string) => string;
  readonly strand: (kind: string, id: string) => string;
}

const NO_NAMES: ToldNames = { org: () => '', link: () => '关联办件', strand: (_kind, id) => id };

/** One Chinese sentence that tells an event to the people on its timeline. */
export function tell(
  service: Service,
  event: CaseEvent,
  doer: Doer,
  called: Partial<ToldNames> = {},
): string {
  const known: ToldNames = { ...NO_NAMES, ...called };
  const name = doer.behalf ? `${doer.name}（代${doer.behalf.name}）` : doer.name;
  // Where several divisions sign side by side, the name alone does not say whose opinion it is.
  const panel = event.type === 'decided' && service.flow.steps[event.step]?.kind === 'panel';
  const who = panel ? `${known.org(doer.org)}${name}` : name;
  const lookup: Names = {
    step: (key) => (key === null ? '申报' : (service.flow.steps[key]?.title ?? '原环节')),
    paper: (key) => paperTitle(service, key),
    flag: (key) => service.flow.flags?.[key] ?? '办理进度',
    timer: (key) => service.timers?.[key]?.label ?? '时限',
    strands: (kind, ids, to) => {
      const def = service.strands?.[kind];
      const names = ids.map((id) => known.strand(kind, id)).join('、');
      return `${def?.label ?? '分项'}（${names}）${to === null ? '' : `改为“${def?.states[to]?.label ?? to}”`}`;
    },
    link: (id, what) => `${known.link(id)}${what && `：${what}`}`,
  };
  return tellOne(event.type, event, who, lookup);
}

function tellOne<T extends CaseEvent['type']>(type: T, event: CaseEvent, who: string, lookup: Names): string {
  // The record above pairs every type with the sentence for its own body.
  const sentence = TELL[type] as (event: CaseEvent, who: string, names: Names) => string;
  return sentence(event, who, lookup);
}
