import { dutyLaws } from '../../testing/duty-laws.ts';
import { registerLaws } from '../../testing/register-laws.ts';
import { taskReports, tasks } from './index.ts';

registerLaws(tasks);
dutyLaws(taskReports);
