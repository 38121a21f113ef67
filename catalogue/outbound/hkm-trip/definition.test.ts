import { definitionLaws } from '../../testing/definition-laws.ts';
import { hkmTrip } from './index.ts';
import { variants } from './variants.ts';

definitionLaws(hkmTrip, variants);
