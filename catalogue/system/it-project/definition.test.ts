import { registerLaws } from '../../testing/register-laws.ts';
import { itProjects } from './index.ts';

registerLaws(itProjects);
