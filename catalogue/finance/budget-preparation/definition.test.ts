import { definitionLaws } from '../../testing/definition-laws.ts';
import { budgetPreparation } from './server/index.ts';
import { variants } from './variants.ts';

definitionLaws(budgetPreparation, variants);
