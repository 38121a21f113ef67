import { registerLaws } from '../../testing/register-laws.ts';
import { terms } from './index.ts';

registerLaws(terms);
