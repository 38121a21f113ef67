import { addDays, addMonths } from '@zhitongche/base';
import { type Check, checksFor } from '@zhitongche/case';
import { rowsAt, textIn } from '../../shared/lookup-rows.ts';
import { shanghai, shenzhen, wuxi } from './basis.ts';
import { CONDITIONS } from './eligible.ts';
import { asksEconomies, type cardForm, readCard } from './form.ts';
import { key } from './policy.ts';

/** Asks which cards the applicant has. */
export const HELD = 'cards-held';
const IN_FORCE: readonly string[] = ['in', 'lent', 'out'];
const check = checksFor<typeof cardForm>();

const conditions = CONDITIONS.map(
  (one): Check => ({
    code: one.code,
    title: one.title,
    level: 'block',
    basis: one.basis,
    reads: ['kind', one.at],
    run(answers, setting) {
      const card = readCard(answers);
      const judged = asksEconomies(card) ? one.judge(card, setting) : undefined;
      if (!judged || judged.ok) return [];
      const special = one.waived && card.special === true;
      return [
        {
          at: [one.at],
          ...(special ? { level: 'info' as const } : {}),
          message: `不符合“${one.title}”：要求${judged.need}，现为${judged.has}`,
          en: one.en,
          todo: special ? '按特殊贡献申办，由外办审定' : one.todo,
        },
      ];
    },
  }),
);

/** What an application must keep, told at once while it is typed. */
export const rules: readonly Check[] = [
  ...conditions,
  check({
    code: 'A-11',
    title: '没有现行有效的卡才能新办',
    level: 'block',
    basis: shanghai('有效期届满前6个月内续办'),
    reads: ['kind', 'citizenId'],
    run({ kind }, { facts, today }) {
      const held = rowsAt(facts.lookup(HELD), 'rows').find(({ stage, answers }) => {
        const until = answers instanceof Object && 'until' in answers ? textIn(answers.until) : '';
        return IN_FORCE.includes(textIn(stage)) && until >= today;
      });
      return kind !== 'new' || !held
        ? []
        : [
            {
              at: ['citizenId'],
              message: `申请人已持有有效的卡（${textIn(held.title)}）`,
              en: 'The applicant holds a card in force',
              todo: '到期前六个月内请选“续办”；换了护照、卡损坏的选“换卡”，遗失的选“补卡”',
            },
          ];
    },
  }),
  check({
    code: 'A-12',
    title: '续办自到期前六个月起受理',
    level: 'block',
    basis: shanghai('有效期届满前6个月内续办'),
    reads: ['kind', 'oldUntil'],
    run({ kind, oldUntil }, { policy, today }) {
      const opens = addMonths(oldUntil, -policy.number(key('renew-months')));
      return kind !== 'renew' || today >= opens
        ? []
        : [
            {
              at: ['oldUntil'],
              message: `原卡${oldUntil}到期，${opens}起才能续办`,
              en: 'It is too early to renew',
              todo: `请在${opens}以后申办；换了护照的选“换卡”`,
            },
          ];
    },
  }),
  check({
    code: 'A-13',
    title: '经办人的授权在有效期内',
    level: 'block',
    basis: shenzhen('企业固定一至两名经办人'),
    reads: ['mandateUntil'],
    run({ mandateUntil }, { policy, today }) {
      const expired = mandateUntil < today;
      const soon = mandateUntil <= addDays(today, policy.number(key('mandate-warn')));
      return !soon
        ? []
        : [
            {
              at: ['mandateUntil'],
              ...(expired ? {} : { level: 'info' as const }),
              message: `授权委托书${expired ? '已于' : '将于'}${mandateUntil}到期`,
              en: expired ? 'The letter of authority has expired' : 'The letter of authority expires soon',
              todo: '请由企业重新出具授权委托书并上传',
            },
          ];
    },
  }),
  check({
    code: 'A-14',
    title: '护照仍然有效',
    level: 'block',
    basis: wuxi('持有效中国护照'),
    reads: ['kind', 'passportUntil'],
    run: ({ kind, passportUntil }, { today }) =>
      (kind === 'passport' || kind === 'replace') && passportUntil <= today
        ? [
            {
              at: ['passportUntil'],
              message: `护照已于${passportUntil}到期`,
              en: 'The passport has expired',
              todo: '请填写新护照',
            },
          ]
        : [],
  }),
];
