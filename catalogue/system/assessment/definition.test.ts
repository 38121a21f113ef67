import { registerLaws } from '../../testing/register-laws.ts';
import { assessments } from './index.ts';

registerLaws(assessments);
