import type { PreparedPapers } from '@zhitongche/case';
import { paragraph, sentence } from '../../shared/papers.ts';
import { BLANK, prepare, sealRoom, titled } from '../../shared/prepared.ts';
import { CHANGES, MATTERS, readAccount } from './form.ts';

const named = (words: Readonly<Record<string, string>>, key: string | undefined): string =>
  key === undefined ? '' : (words[key] ?? key);

/** 申请函: what a unit asks for, for itself, its signers and its clerks. */
export const prepared: PreparedPapers = {
  'request-letter': prepare(({ answers }) => readAccount(answers), {
    title: '申请函',
    back: 'letter',
    shows: ['matter', 'unit', 'changes', 'newName', 'reason', 'uscc', 'signers', 'clerks'],
    write(told, { authority }) {
      const { unit = BLANK, changes = [], signers = [], clerks = [] } = told;
      const what = named(MATTERS, told.matter) || BLANK;
      const of = changes.map((one) => named(CHANGES, one)).join('、');
      return [
        titled(unit, `关于${what}的申请函`),
        { kind: 'addressee', text: authority },
        paragraph(
          `我单位${told.uscc ? `（统一社会信用代码${told.uscc}）` : ''}申请办理外事事项单位账户${what}${of === '' ? '' : `，变更${of}`}${told.newName ? `，名称变更为${told.newName}` : ''}。${sentence(told.reason)}`,
        ),
        ...(signers.length > 0
          ? [
              paragraph(
                `签批人：${signers.map(({ name = '', post = '' }) => `${name}（${post}）`).join('、')}。`,
              ),
            ]
          : []),
        ...(clerks.length > 0
          ? [paragraph(`专办员：${clerks.map(({ name = '' }) => name).join('、')}。`)]
          : []),
        paragraph('请予办理。'),
        ...sealRoom(unit),
      ];
    },
  }),
};
