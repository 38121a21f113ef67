import { dayInChinese } from '@zhitongche/base';
import type { PreparedPapers } from '@zhitongche/case';
import { paragraph, sentence } from '../../shared/papers.ts';
import { BLANK, prepare, titled } from '../../shared/prepared.ts';
import { labelOf } from '../../shared/travel-words.ts';
import { KINDS, PLACES } from './choices.ts';
import { readApplication } from './form.ts';

/** 遗失书面说明: which document, when, where and how, signed by whoever lost it. */
export const prepared: PreparedPapers = {
  'loss-statement': prepare(({ answers }) => readApplication(answers), {
    title: '遗失书面说明',
    back: 'statement',
    shows: ['kind', 'unit', 'name', 'post', 'oldNumber', 'where', 'lostOn', 'lostHow'],
    write: (told, { authority }) => [
      titled('证照遗失情况说明'),
      { kind: 'addressee', text: authority },
      {
        kind: 'particulars',
        items: [
          { label: '持证人', value: `${told.name ?? BLANK}（${told.unit ?? ''}${told.post ?? ''}）` },
          { label: '证照', value: `${labelOf(KINDS, told.kind) || BLANK}，号码${told.oldNumber ?? BLANK}` },
          {
            label: '遗失时间和地点',
            value: `${told.lostOn ? dayInChinese(told.lostOn) : BLANK}，${labelOf(PLACES, told.where) || BLANK}`,
          },
        ],
      },
      paragraph(`经过：${sentence(told.lostHow) || BLANK}`),
      paragraph('以上情况属实。'),
      { kind: 'space', lines: 2 },
      { kind: 'paragraph', text: `持证人签名：${BLANK}`, align: 'right', indent: false },
      { kind: 'paragraph', text: '　　年　　月　　日', align: 'right', indent: false },
    ],
  }),
};
