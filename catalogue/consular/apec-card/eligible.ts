import {
  addDays,
  addMonths,
  type Basis,
  compareDecimals,
  isJsonObject,
  type Json,
  moneyText,
} from '@zhitongche/base';
import type { CheckContext, Computed } from '@zhitongche/case';
import { textIn } from '../../shared/lookup-rows.ts';
import { nanjing, wuxi } from './basis.ts';
import { asksEconomies, type Card, GRADES, ROLES } from './form.ts';
import { key, PASSPORT_RULE } from './policy.ts';

type Setting = Pick<CheckContext, 'policy' | 'today'>;
/** What is asked, what is told, and whether it is enough. */
export type Judged = { readonly need: string; readonly has: string; readonly ok: boolean };

/** A condition of who may hold a card. */
export interface Condition {
  readonly code: string;
  readonly title: string;
  readonly en: string;
  /** The answer it is about. */
  readonly at: keyof Card;
  readonly basis: Basis;
  readonly todo: string;
  /** Of the enterprise: a special contribution takes its place. */
  readonly waived?: true;
  /** Nothing where it is not asked, or not answered yet. */
  judge(card: Card, setting: Setting): Judged | undefined;
}

const SPECIAL = '请核对；确实未达到的，可选择“特殊贡献”并附证明';
const bool = (said: boolean | undefined, good: boolean, need: string): Judged | undefined =>
  said === undefined ? undefined : { need, has: said ? '是' : '否', ok: said === good };

/** All of them, in the order of the form. */
export const CONDITIONS: readonly Condition[] = [
  {
    code: 'A-01',
    title: '上年度进出口额达到标准',
    en: 'The trade of last year is too small',
    at: 'trade',
    basis: wuxi('上年度进出口额50万元以上'),
    todo: SPECIAL,
    waived: true,
    judge({ trade }, { policy }) {
      const min = policy.number(key('trade-min')).toFixed(2);
      return trade === undefined
        ? undefined
        : {
            need: `不少于${moneyText(min)}元`,
            has: `${moneyText(trade)}元`,
            ok: compareDecimals(trade, min) >= 0,
          };
    },
  },
  {
    code: 'A-02',
    title: '服务型企业有对外业务往来',
    en: 'No dealings abroad are shown',
    at: 'contracts',
    basis: nanjing('没有海关数据的服务型企业提供合同、项目计划'),
    todo: SPECIAL,
    waived: true,
    judge: ({ contracts }) => bool(contracts, true, '有合同、项目计划或近一年的商务签证'),
  },
  {
    code: 'A-03',
    title: '纳税信用等级达到标准',
    en: 'The tax grade is too low',
    at: 'taxGrade',
    basis: nanjing('上年度纳税信用等级M级以上'),
    todo: SPECIAL,
    waived: true,
    judge({ taxGrade }, { policy }) {
      const good = policy.list(key('tax-grades'));
      return taxGrade === undefined
        ? undefined
        : {
            need: good.map((one) => `${one}级`).join('、'),
            has: GRADES[taxGrade],
            ok: good.includes(taxGrade),
          };
    },
  },
  {
    code: 'A-04',
    title: '企业人数达到标准',
    en: 'The enterprise is too small',
    at: 'headcount',
    basis: wuxi('企业人数10人以上'),
    todo: SPECIAL,
    waived: true,
    judge({ headcount }, { policy }) {
      const min = policy.number(key('headcount-min'));
      return headcount === undefined
        ? undefined
        : { need: `不少于${min}人`, has: `${headcount}人`, ok: headcount >= min };
    },
  },
  {
    code: 'A-05',
    title: '申请人在本企业工作满期限',
    en: 'The applicant has not worked there long enough',
    at: 'employedOn',
    basis: wuxi('在申办企业工作满6个月'),
    todo: '请在期限满后再申办',
    judge({ employedOn }, { policy, today }) {
      const months = policy.number(key('employed-months'));
      if (employedOn === undefined) return undefined;
      const from = addMonths(employedOn, months);
      return { need: `满${months}个月`, has: `${employedOn}到职，${from}满期`, ok: from <= today };
    },
  },
  {
    code: 'A-06',
    title: '护照有效期足够',
    en: 'The passport ends too soon',
    at: 'passportUntil',
    basis: wuxi('护照有效期5.5年以上'),
    todo: '护照到期早于卡的有效期，请先换发护照再申办',
    judge({ passportUntil }, { policy, today }) {
      if (passportUntil === undefined) return undefined;
      const need = addMonths(today, policy.number(key('passport-months')));
      const cap = policy.text(key('passport-rule')) === 'cap';
      return cap
        ? { need: `有效；${PASSPORT_RULE.cap}`, has: `至${passportUntil}`, ok: passportUntil > today }
        : { need: `至少到${need}`, has: `至${passportUntil}`, ok: passportUntil >= need };
    },
  },
  {
    code: 'A-07',
    title: '申请人从事对外业务',
    en: 'The post has no business abroad',
    at: 'role',
    basis: nanjing('不受理的人员'),
    todo: '这类人员不属于发放对象；岗位选错的请改选',
    judge: ({ role }) =>
      role && {
        need: '管理、业务或技术骨干',
        has: ROLES[role],
        ok: role !== 'indoor' && role !== 'excluded',
      },
  },
  {
    code: 'A-08',
    title: '未被经济体拒绝',
    en: 'An economy has refused the applicant',
    at: 'refused',
    basis: wuxi('未曾被其他经济体拒签'),
    todo: '曾被拒绝的不能申办；情况已经消除的，请先向该经济体查明，再到窗口咨询',
    judge: ({ refused }) => bool(refused, false, '未被拒绝'),
  },
  {
    code: 'A-09',
    title: '无犯罪记录',
    en: 'A criminal record',
    at: 'noCrime',
    basis: wuxi('无犯罪记录'),
    todo: '有犯罪记录的不能申办；填错的请更正并附证明',
    judge: ({ noCrime }) => bool(noCrime, true, '无'),
  },
];

/** How an application stands as it is typed; frozen when it is handed in. */
export type Standing = {
  readonly verdict: 'open' | 'fit' | 'special' | 'unfit';
  readonly rows: readonly (readonly [title: string, need: string, has: string, said: string])[];
  /** Last day a card made today would have; empty while the passport is not known. */
  readonly until: string;
  readonly charged: boolean;
};

const VERDICTS = {
  open: '尚未填全',
  fit: '符合条件',
  special: '企业条件未全部达到，按特殊贡献申办，由外办审定',
  unfit: '不符合条件',
} as const;

/** Judges an application by the figures of the day. */
export function standingOf(card: Card, setting: Setting): Standing {
  const { policy, today } = setting;
  const judged = CONDITIONS.flatMap((one) => {
    const found = asksEconomies(card) ? one.judge(card, setting) : undefined;
    return found ? [{ ...one, ...found }] : [];
  });
  const failed = judged.filter(({ ok }) => !ok);
  const asked = card.ownership === 'organ' ? 4 : 8;
  const bad = failed.filter(({ waived }) => !(waived && card.special === true));
  const verdict =
    bad.length > 0 ? 'unfit' : judged.length < asked ? 'open' : failed.length > 0 ? 'special' : 'fit';
  const longest = addDays(addMonths(today, policy.number(key('card-months'))), -1);
  const { passportUntil, kind } = card;
  return {
    verdict,
    rows: judged.map(({ title, need, has, ok, waived }) => [
      title,
      need,
      has,
      ok ? '达到' : waived && card.special ? '未达到（特殊贡献）' : '未达到',
    ]),
    until: passportUntil === undefined || passportUntil > longest ? longest : passportUntil,
    charged: kind !== undefined && policy.list(key('charged')).includes(kind),
  };
}

const text = (row: readonly Json[]): readonly string[] =>
  row.map((cell) => (typeof cell === 'string' ? cell : ''));

/** What was frozen with a case. */
export const standingIn = (derived: Json): Standing | null => {
  if (!isJsonObject(derived)) return null;
  const rows = Array.isArray(derived['rows']) ? derived['rows'] : [];
  return {
    verdict: textIn(derived['verdict']) as Standing['verdict'],
    rows: rows.filter(Array.isArray).map((row) => text(row) as unknown as Standing['rows'][number]),
    until: textIn(derived['until']),
    charged: derived['charged'] === true,
  };
};
/** The verdict in words. */
export const verdictWords = (derived: Json): string => VERDICTS[standingIn(derived)?.verdict ?? 'open'];

/** The table of eligibility, under the applicant as he is typed. */
export const eligibility: Computed = {
  key: 'eligibility',
  label: '申办条件',
  after: 'person',
  show(derived) {
    const standing = standingIn(derived);
    if (!standing || standing.rows.length === 0) return undefined;
    return {
      kind: 'table',
      columns: ['条件', '标准', '本申请', '结论'].map((label) => ({ label, align: 'left' as const })),
      rows: standing.rows,
      note: `${VERDICTS[standing.verdict]}。今天制卡的有效期最长至${standing.until}`,
    };
  },
};
