import { definitionLaws } from '../../../testing/definition-laws.ts';
import { outboundTripV1 } from '../server/index.ts';
import { variants } from './variants.ts';

definitionLaws(outboundTripV1, variants);
