import { registerLaws } from '../../testing/register-laws.ts';
import { enterprises } from './index.ts';

registerLaws(enterprises);
