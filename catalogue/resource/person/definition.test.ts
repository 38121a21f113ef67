import { registerLaws } from '../../testing/register-laws.ts';
import { persons } from './index.ts';

registerLaws(persons);
