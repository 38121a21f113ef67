import { registerLaws } from '../../testing/register-laws.ts';
import { targetJudgements } from './index.ts';

registerLaws(targetJudgements);
