import { registerLaws } from '../../testing/register-laws.ts';
import { bookable } from './index.ts';

registerLaws(bookable);
