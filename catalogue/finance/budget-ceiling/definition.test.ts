import { registerLaws } from '../../testing/register-laws.ts';
import { budgetCeilings } from './index.ts';

registerLaws(budgetCeilings);
