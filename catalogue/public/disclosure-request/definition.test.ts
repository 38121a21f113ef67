import { definitionLaws } from '../../testing/definition-laws.ts';
import { registerLaws } from '../../testing/register-laws.ts';
import { disclosureRequest, disclosures } from './index.ts';
import { variants } from './variants.ts';

definitionLaws(disclosureRequest, variants);
registerLaws(disclosures);
