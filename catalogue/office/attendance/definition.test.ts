import { registerLaws } from '../../testing/register-laws.ts';
import { attendances } from './index.ts';

registerLaws(attendances);
