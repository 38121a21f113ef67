import { registerLaws } from '../../testing/register-laws.ts';
import { annualPlan } from './index.ts';

registerLaws(annualPlan);
