import { registerLaws } from '../../testing/register-laws.ts';
import { laws } from './index.ts';

registerLaws(laws);
