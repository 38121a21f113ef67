import { registerLaws } from '../../testing/register-laws.ts';
import { tripHolds, tripSettlements } from './index.ts';

registerLaws(tripSettlements);
registerLaws(tripHolds);
