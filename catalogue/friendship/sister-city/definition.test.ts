import { registerLaws } from '../../testing/register-laws.ts';
import { sisterCities } from './index.ts';

registerLaws(sisterCities);
