import { registerLaws } from '../../testing/register-laws.ts';
import { bookings } from './index.ts';

registerLaws(bookings);
