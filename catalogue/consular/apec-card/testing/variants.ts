import type { SweepOptions } from '@zhitongche/case';
import { addMonths } from '@zhitongche/base';
import { readCard } from '../form.ts';
import { economiesIn } from '../keeps.ts';

const TODAY = '2026-03-02';
const file = [{ id: 'f', name: '材料.pdf', size: 1, type: 'application/pdf', digest: '0'.repeat(64) }];
const old = { oldCard: 'CHN2500001', oldUntil: addMonths(TODAY, 3) };
const data: NonNullable<NonNullable<SweepOptions['variants']>[string]['data']> = {
  card: (state) => ({
    number: 'CHN2600001',
    place: '丁柜1层',
    issued: TODAY,
    until: addMonths(TODAY, 36),
    economies: [...(readCard(state.answers).kind === 'new' ? economiesIn(state, 'approved') : ['JPN'])],
  }),
  hand: { to: '吴经办' },
  back: { back: true },
};

/** One walk for each business, of a city, of a company whose cards the office keeps, and of an enterprise that is special. */
export const variants: NonNullable<SweepOptions['variants']> = {
  sample: { data },
  'of a city': { data, underCity: true },
  'of a city, by itself': { data, answers: { place: 'city' } },
  'kept by the office': { data, answers: { ownership: 'local' } },
  special: {
    data,
    answers: { trade: '10.00', special: true, grounds: '填补本省空白', groundsProof: file },
  },
  passport: { data, answers: { kind: 'passport', applied: 'A-1' } },
  early: { data, answers: { kind: 'early', applied: 'A-1', reason: '三月参展' } },
  remake: { data, answers: { kind: 'remake', ...old } },
  replace: { data, answers: { kind: 'replace', ...old, reason: '换了护照' } },
  reissue: { data, answers: { kind: 'reissue', ...old, reason: '遗失', police: file } },
  cancel: { data, answers: { kind: 'cancel', ...old, reason: '离职' } },
};
