import { registerLaws } from '../../testing/register-laws.ts';
import { incidents } from './index.ts';

registerLaws(incidents);
