import type { Booking } from '@zhitongche/register';

/** What a booking rests on. */
export const RULE = { title: '本单位会议室、车辆管理规定', article: '先约先用，同一时间只归一家' };

/** What of a booking occupies what, and how long before it may be asked for and given up. */
export const slot = {
  resource: 'what',
  day: 'day',
  from: 'from',
  to: 'to',
  zone: 'abroad',
  occupies: ['held', 'confirmed', 'used'],
  holds: { stage: 'held', minutes: 'booking.hold', lapse: 'lapse' },
  waits: { stage: 'waiting', offer: 'offer' },
  release: 'release',
  limits: { lead: 'booking.lead', ahead: 'booking.ahead', cancel: 'booking.cancel' },
} satisfies Booking;
