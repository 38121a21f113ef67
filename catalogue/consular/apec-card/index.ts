import {
  type Briefing,
  type CaseState,
  defineService,
  type Service,
  strandsOf,
  withFees,
} from '@zhitongche/case';
import { CARDS } from './basis.ts';
import { strands } from './economies.ts';
import { eligibility, standingOf, verdictWords } from './eligible.ts';
import { fees, flow } from './flow.ts';
import { cardForm, KINDS, readCard } from './form.ts';
import { forms } from './forms.ts';
import { guide } from './guide.ts';
import { economiesIn, keeps } from './keeps.ts';
import { links, opens } from './links.ts';
import { papers } from './papers.ts';
import { policies } from './policy.ts';
import { prepared } from './prepared.ts';
import { registers } from './registers.ts';
import { HELD, rules } from './rules.ts';
import { sampleAnswers } from './sample.ts';

export { apecCards } from './cards.ts';

const brief = (state: CaseState): Briefing => {
  const { kind = 'new', unit = '', name = '', post = '' } = readCard(state.answers);
  const all = strandsOf(state, 'economy').length;
  return {
    sentence: `${unit}申请为${name}${KINDS[kind]}APEC商务旅行卡`.slice(0, 80),
    under: [post, verdictWords(state.derived)].filter((one) => one !== ''),
    figures:
      all === 0
        ? []
        : [
            { value: `${economiesIn(state, 'approved').length}`, unit: '个', caption: '已批' },
            { value: `${economiesIn(state, 'pending').length}`, unit: '个', caption: '待审' },
            { value: `${economiesIn(state, 'denied').length}`, unit: '个', caption: '未批' },
          ],
  };
};

/** APEC商务旅行卡: eight kinds of business of one holder, from the enterprise over sixteen economies to the card in custody. */
export const apecCard: Service = withFees(
  defineService({
    code: 'apec-card',
    name: 'APEC商务旅行卡',
    en: 'APEC business travel card',
    version: 1,
    audience: ['unit', 'enterprise', 'public'],
    visitors: { who: ['enterprise'], level: 2 },
    category: '证照',
    occasion: '企业人员赴亚太经商',
    guide,
    form: cardForm,
    begins: ({ unit, name, phone }) => ({ unit, clerk: name, ...(phone === undefined ? {} : { phone }) }),
    forms,
    checks: rules,
    facts: {
      tables: [],
      lookups: {
        [HELD]: {
          provider: 'kept-rows',
          args: ({ citizenId }, act) =>
            act || typeof citizenId !== 'string'
              ? undefined
              : { registers: [CARDS], stages: [], due: '', people: [citizenId], except: '', masked: [] },
        },
      },
    },
    policies,
    flow,
    papers,
    prepared,
    registers,
    keeps,
    strands,
    links,
    opens,
    computed: [eligibility],
    derive: (card, context) => standingOf(card, context),
    summary({ kind, unit = '', name = '' }) {
      const what = kind === undefined ? '' : KINDS[kind];
      return {
        title: name === '' ? '未命名' : `${name}APEC商务旅行卡${what}`,
        facts: [
          { label: '企业', value: unit },
          { label: '业务', value: what },
        ],
        words: [unit, name].filter((word) => word !== ''),
      };
    },
    brief,
    sample: sampleAnswers,
    fees,
  }),
);
