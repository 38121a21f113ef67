import { registerLaws } from '../../testing/register-laws.ts';
import { targetBindings } from './index.ts';

registerLaws(targetBindings);
