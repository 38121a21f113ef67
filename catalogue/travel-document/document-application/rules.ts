import { type Check, checksFor, type Finding } from '@zhitongche/case';
import { custodyRule } from '../../shared/custody-rule.ts';
import { entitlement, passportDesk, SPELLING } from './basis.ts';
import { entitledTo, KINDS } from './choices.ts';
import type { applicationForm } from './form.ts';
import { suggestedIn } from './spelling.ts';

const rule = checksFor<typeof applicationForm>();
const found = (at: string, message: string, en: string, todo: string): readonly Finding[] => [
  { at: [at], message, en, todo },
];

/** What is wrong with an application before anybody looks at it. */
export const rules: readonly Check[] = [
  rule({
    code: 'D-01',
    title: '护照种类与职级相符，不符的写明理由',
    level: 'info',
    basis: entitlement('外交、公务、公务普通护照按职级颁发'),
    reads: ['kind', 'rank'],
    run({ kind, rank }) {
      const due = entitledTo(rank);
      return kind === 'permit' || due === undefined || kind === due
        ? []
        : found(
            'kind',
            `按职级应为${KINDS[due]}`,
            'Another kind follows from the rank',
            '改正，或写明理由由审批人审定',
          );
    },
  }),
  rule({
    code: 'D-02',
    title: '新证沿用原证的姓名拼写',
    level: 'block',
    basis: SPELLING,
    reads: ['pinyin', 'oldPinyin'],
    run: ({ pinyin, oldPinyin }) =>
      pinyin === oldPinyin
        ? []
        : found(
            'pinyin',
            `原证拼写为“${oldPinyin}”，填写的是“${pinyin}”`,
            'The spelling of the document held stands',
            '请沿用原证拼写；原证拼错确需更正的，注销原证后按首次申领办理',
          ),
  }),
  rule({
    code: 'D-03',
    title: '首次申领的姓名按拼写规则',
    level: 'warn',
    basis: SPELLING,
    reads: ['matter', 'pinyin', 'name'],
    run({ matter, pinyin, name }, { facts }) {
      const suggested = suggestedIn(facts);
      if (matter !== 'first' || !suggested || pinyin === suggested.spelled) return [];
      return found(
        'pinyin',
        `“${name}”按规则拼作“${suggested.spelled}”${suggested.others.length > 0 ? `，也见“${suggested.others.join('”“')}”` : ''}`,
        'The rule spells it otherwise',
        '请改正；本人要求其他拼写的，说明依据（户口簿、其他证件等）',
      );
    },
  }),
  rule({
    code: 'D-04',
    title: '入境不早于出境',
    level: 'block',
    basis: passportDesk('凭任务批件申办'),
    reads: ['exitDate', 'entryDate'],
    run: ({ exitDate, entryDate }) =>
      entryDate < exitDate
        ? found('entryDate', '入境日期早于出境日期', 'Back before the exit', '请核对日期')
        : [],
  }),
  rule({
    code: 'D-05',
    title: '遗失日期不在将来',
    level: 'block',
    basis: custodyRule('遗失立即报告'),
    reads: ['lostOn'],
    run: ({ lostOn }, { today }) =>
      lostOn > today ? found('lostOn', '遗失日期还没有到', 'Still to come', '请核对日期') : [],
  }),
];
