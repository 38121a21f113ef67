import { dutyLaws } from '../../testing/duty-laws.ts';
import { secrecyCheck } from './index.ts';

dutyLaws(secrecyCheck);
