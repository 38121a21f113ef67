import { definitionLaws } from '../../testing/definition-laws.ts';
import { outboundTrip } from './server/index.ts';
import { variants } from './variants.ts';

definitionLaws(outboundTrip, variants);
