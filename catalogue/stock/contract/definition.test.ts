import { registerLaws } from '../../testing/register-laws.ts';
import { contracts } from './index.ts';

registerLaws(contracts);
