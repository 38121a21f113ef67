import { registerLaws } from '../../testing/register-laws.ts';
import { complaints } from './index.ts';

registerLaws(complaints);
