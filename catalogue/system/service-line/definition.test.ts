import { registerLaws } from '../../testing/register-laws.ts';
import { serviceLines } from './index.ts';

registerLaws(serviceLines);
