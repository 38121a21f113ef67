import { registerLaws } from '../../testing/register-laws.ts';
import { availabilities, outages } from './index.ts';

registerLaws(outages);
registerLaws(availabilities);
