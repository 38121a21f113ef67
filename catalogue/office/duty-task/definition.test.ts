import { registerLaws } from '../../testing/register-laws.ts';
import { dutyTasks } from './index.ts';

registerLaws(dutyTasks);
