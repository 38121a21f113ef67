import { registerLaws } from '../../testing/register-laws.ts';
import { dutyRoster } from './index.ts';

registerLaws(dutyRoster);
