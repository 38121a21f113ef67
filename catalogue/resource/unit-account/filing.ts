import { daysBetween, isJsonObject, type Json } from '@zhitongche/base';
import type { Check, CheckContext, FilingRule, Finding } from '@zhitongche/case';
import { filerRoles } from '@zhitongche/case';
import { textIn } from '../../shared/lookup-rows.ts';
import { accountRule } from './basis.ts';
import { filingPolicies, key } from './policy.ts';

/** Name of the question; the folder's server face answers it. */
export const FILER = 'filer-standing';
/** Days before the end of the term from which whoever fills in is told. */
const SOON = 30;

const levelOf = (policy: CheckContext['policy'], name: string): 'block' | 'warn' | null => {
  const measure = policy.text(key(name));
  return measure === 'stop' ? 'block' : measure === 'warn' ? 'warn' : null;
};

interface Told {
  readonly [key: string]: Json | undefined;
}

/** What is known of the unit and of whoever fills in; nothing once the case is filed, or where no account is asked of such a place. */
const told = ({ facts }: CheckContext): Told | null => {
  const answer = facts.lookup(FILER);
  return isJsonObject(answer) && answer.asked === true ? answer : null;
};

const part = (answer: Told, name: string): Told | null => {
  const value = answer[name];
  return value !== undefined && isJsonObject(value) ? value : null;
};

const say = (level: 'block' | 'warn' | 'info', message: string, en: string, todo: string): Finding => ({
  at: [],
  level,
  message,
  en,
  todo,
});

const accountFindings = (context: CheckContext): readonly Finding[] => {
  const level = levelOf(context.policy, 'filing');
  const answer = told(context);
  if (!level || !answer) return [];
  const account = part(answer, 'account');
  const { today } = context;
  if (!account || account.stage === 'closed')
    return [
      say(
        level,
        '本单位尚未开户备案，或备案还没有得到确认',
        'The unit has no confirmed account',
        '可以继续填写草稿；请先办理“单位开户备案”，确认后再提交',
      ),
    ];
  const until = textIn(account.until);
  if (account.stage !== 'open' || until < today)
    return [
      say(
        level,
        `本单位的备案已于${until}到期`,
        'The term of the account has ended',
        '可以继续填写草稿；请先在“单位开户备案”办理年度续期',
      ),
    ];
  if (!part(answer, 'clerk'))
    return [
      say(
        level,
        '您不在本单位备案的专办员之列',
        'You are not a clerk on file',
        '请先在“单位开户备案”办理变更，增加专办员',
      ),
    ];
  const left = daysBetween(today, until);
  return left <= SOON
    ? [
        say(
          'info',
          `本单位的备案${left === 0 ? '今天' : `${left}天后（${until}）`}到期`,
          'The term ends soon',
          '请尽早办理年度续期',
        ),
      ]
    : [];
};

const trainingFindings = (context: CheckContext): readonly Finding[] => {
  const level = levelOf(context.policy, 'training');
  const answer = told(context);
  const clerk = answer && part(answer, 'clerk');
  if (!level || !clerk) return [];
  const on = textIn(clerk.trainedOn);
  if (textIn(clerk.trainedUntil) >= context.today) return [];
  return [
    say(
      level,
      on === ''
        ? '没有您参加专办员培训并合格的记录'
        : `您的专办员培训（${on}）已于${textIn(clerk.trainedUntil)}到期`,
      'Your training is out of date',
      '请报名参加下一期专办员培训',
    ),
  ];
};

const checks: readonly Check[] = [
  {
    code: 'F-01',
    title: '申报单位的备案经确认并在有效期内',
    level: 'block',
    basis: accountRule('备案确认后、有效期内方可申报'),
    reads: [],
    run: (_answers, context) => accountFindings(context),
  },
  {
    code: 'F-02',
    title: '专办员的培训在有效年限内',
    level: 'warn',
    basis: accountRule('专办员定期培训'),
    reads: [],
    run: (_answers, context) => trainingFindings(context),
  },
];

/** What is asked of the clerk of a unit whatever is filed; the account itself is filed without. */
export const accountFiling: FilingRule = {
  applies: (service) => service.code !== 'unit-account' && filerRoles(service).includes('filer'),
  checks,
  lookups: { [FILER]: { provider: FILER, args: (_answers, act) => (act ? undefined : {}) } },
  policies: filingPolicies,
};
