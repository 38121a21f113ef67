import { addDays } from '@zhitongche/base';
import type { CaseState, SweepOptions } from '@zhitongche/case';
import type { Answers } from '@zhitongche/form';
import { entriesOf, standing } from './entries.ts';

/** Numbers of everybody, as a scanner would leave them: the sweep takes all strands. */
const everybody = (state: CaseState): string =>
  [...new Set(entriesOf(state).map(({ traveller }) => traveller.passportNumber))].join('\n');

const data = {
  'as-exempt': { ground: '使馆核实' },
  'as-visa': { ground: '使馆核实' },
  'as-evisa': { ground: '使馆核实' },
  'as-held': { ground: '持有有效签证' },
  note: { mission: '日本国驻华大使馆', missionEn: 'Embassy of Japan in China', purposeEn: 'Talks' },
  out: (state: CaseState): Answers => ({ mission: '日本驻华使馆', scanned: everybody(state) }),
  in: (state: CaseState): Answers => ({ scanned: everybody(state) }),
  hand: (state: CaseState): Answers => ({ scanned: everybody(state), collector: '吴专办', on: '2026-03-02' }),
  refusal: { on: '2026-03-02', reason: 'unsaid', words: '没有说明' },
  received: (state: CaseState): Answers => {
    const [entry] = entriesOf(state);
    return {
      visaNumber: 'V1234567',
      holder: entry?.traveller.pinyin,
      passport: entry?.traveller.passportNumber,
      from: entry?.arrive,
      until: entry?.leave,
      entries: 'multiple',
      stay: 90,
    };
  },
  itinerary: (state: CaseState): Answers => {
    const { exitDate = '', entryDate = '', stops = [] } = standing(state);
    return {
      approval: '某外出字〔2026〕16号变更',
      exitDate,
      entryDate: addDays(entryDate, 1),
      stops: stops,
    };
  },
};

/** Ways through the service that together enter every step and issue every paper: one traveller, one strand. */
export const variants: NonNullable<SweepOptions['variants']> = { sample: { data } };
