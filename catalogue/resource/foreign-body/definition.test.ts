import { registerLaws } from '../../testing/register-laws.ts';
import { foreignBodies } from './index.ts';

registerLaws(foreignBodies);
