import countries from '../../../offices/src/reference/countries.json' with { type: 'json' };
import { visaExemptions } from '../../shared/tables/visa-exemptions.ts';
import { definitionLaws } from '../../testing/definition-laws.ts';
import { registerLaws } from '../../testing/register-laws.ts';
import { visa, visaRefusals } from './index.ts';
import { charges, checklists } from './tables/index.ts';
import { variants } from './variants.ts';

const tables = {
  countries,
  'visa-exemptions': visaExemptions.rows,
  'visa-checklists': checklists.rows,
  'visa-fees': charges.rows,
};

definitionLaws(
  visa,
  Object.fromEntries(Object.entries(variants).map(([name, one]) => [name, { tables, ...one }])),
);
registerLaws(visaRefusals);
