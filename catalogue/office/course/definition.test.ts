import { registerLaws } from '../../testing/register-laws.ts';
import { courses } from './index.ts';

registerLaws(courses);
