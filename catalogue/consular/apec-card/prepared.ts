import type { PreparedPapers } from '@zhitongche/case';
import { paragraph, sentence } from '../../shared/papers.ts';
import { BLANK, prepare, sealRoom, titled } from '../../shared/prepared.ts';
import { KINDS, readCard } from './form.ts';

/** 申办函 and 承诺书: what the enterprise seals and brings back. */
export const prepared: PreparedPapers = {
  request: prepare(({ answers }) => readCard(answers), {
    title: '申办函',
    back: 'letter',
    shows: ['kind', 'applied', 'oldCard', 'reason', 'unit', 'uscc', 'name', 'post', 'passport'],
    write(told, { authority }) {
      const {
        unit = BLANK,
        uscc = BLANK,
        name = BLANK,
        post,
        passport = BLANK,
        applied,
        oldCard,
        reason,
      } = told;
      const kind = told.kind === undefined ? BLANK : KINDS[told.kind];
      return [
        titled(unit, `关于${kind}APEC商务旅行卡的函`),
        { kind: 'addressee', text: authority },
        paragraph(
          `我单位（统一社会信用代码${uscc}）${name}${post ? `（${post}）` : ''}，护照号码${passport}，因赴亚太经合组织经济体开展商务活动需要，申请办理APEC商务旅行卡${kind}${oldCard ? `（原卡号${oldCard}）` : ''}${applied ? `（原申请${applied}）` : ''}。${sentence(reason)}`,
        ),
        paragraph('以上情况属实，请予办理。'),
        ...sealRoom(unit),
      ];
    },
  }),
  commitment: prepare(({ answers }) => readCard(answers), {
    title: '申办与管理承诺书',
    back: 'commitment',
    shows: ['unit', 'name'],
    write: ({ unit = BLANK, name = BLANK }, { authority }) => [
      titled('APEC商务旅行卡', '申办与管理承诺书'),
      { kind: 'addressee', text: authority },
      paragraph(
        `我单位为${name}申办APEC商务旅行卡，承诺：提供的材料真实有效；卡只用于商务活动，只由持卡人使用。`,
      ),
      paragraph('持卡人离职、退休的，即时收回并申请注销；卡遗失的，先报警，再申请补卡；接受外事部门检查。'),
      ...sealRoom(unit),
    ],
  }),
};
