import { registerLaws } from '../../testing/register-laws.ts';
import { itSystems } from './index.ts';

registerLaws(itSystems);
