import { registerLaws } from '../../testing/register-laws.ts';
import { custody } from './index.ts';

registerLaws(custody);
