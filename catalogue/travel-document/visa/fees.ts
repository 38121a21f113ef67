import type { ServiceFees } from '@zhitongche/case';
import { figuresOf, needsVisa } from './entries.ts';
import { key } from './policy.ts';

/** What is charged: for the office's own work, and what each mission charges by the row in force; for visas alone. */
export const fees: ServiceFees = {
  finance: { role: 'finance-officer', at: 'division:finance' },
  lines(_answers, derived, state) {
    const { entries, countries } = figuresOf({ derived, records: state?.records ?? {} });
    // Until the office looks at each, what the list says is shown.
    const charged = entries.filter(({ id, answer }) =>
      state?.strands ? needsVisa(state, id) : answer === 'visa',
    );
    return [
      { fee: key('fee.agency'), quantity: charged.length },
      ...countries.flatMap(({ name, fee, feeBasis }) =>
        fee === ''
          ? []
          : [
              {
                fee: `visa.mission.${name}`,
                label: `${name}签证费`,
                quantity: charged.filter(({ country }) => country === name).length,
                row: { price: fee, unit: '人次', basis: feeBasis },
              },
            ],
      ),
    ];
  },
};
