import { registerLaws } from '../../testing/register-laws.ts';
import { printedMatter } from './index.ts';

registerLaws(printedMatter);
