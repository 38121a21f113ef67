import { registerLaws } from '../../testing/register-laws.ts';
import { bookable, bookings } from './index.ts';

registerLaws(bookable);
registerLaws(bookings);
