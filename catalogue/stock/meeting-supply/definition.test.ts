import { registerLaws } from '../../testing/register-laws.ts';
import { meetingSupplies } from './index.ts';

registerLaws(meetingSupplies);
