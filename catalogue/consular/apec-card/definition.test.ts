import { definitionLaws } from '../../testing/definition-laws.ts';
import { registerLaws } from '../../testing/register-laws.ts';
import { apecCard, apecCards } from './index.ts';
import { variants } from './testing/variants.ts';

definitionLaws(apecCard, variants);
registerLaws(apecCards);
