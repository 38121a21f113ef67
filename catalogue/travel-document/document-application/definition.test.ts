import { definitionLaws } from '../../testing/definition-laws.ts';
import { documentApplication } from './server/index.ts';
import { variants } from './variants.ts';

definitionLaws(documentApplication, variants);
