import { definitionLaws } from '../../testing/definition-laws.ts';
import { registerLaws } from '../../testing/register-laws.ts';
import { unitAccount, unitAccounts, unitClerks } from './index.ts';
import { variants } from './variants.ts';

definitionLaws(unitAccount, variants);
registerLaws(unitAccounts);
registerLaws(unitClerks);
