import { dutyLaws } from '../../testing/duty-laws.ts';
import { upkeep } from './index.ts';

dutyLaws(upkeep);
