import { registerLaws } from '../../testing/register-laws.ts';
import { badReviews } from './index.ts';

registerLaws(badReviews);
