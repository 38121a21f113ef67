import { registerLaws } from '../../testing/register-laws.ts';
import { custody, custodyCounts, ownCustody } from './index.ts';

registerLaws(custody);
registerLaws(ownCustody);
registerLaws(custodyCounts);
