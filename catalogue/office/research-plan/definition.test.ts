import { registerLaws } from '../../testing/register-laws.ts';
import { researchPlan } from './index.ts';

registerLaws(researchPlan);
