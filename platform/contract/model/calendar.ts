import Type from 'typebox';
import { endpoints } from './endpoint.ts';
import { Instant } from './shapes.ts';

/** A calendar of one's own, read by programs from a secret address. */
export const calendarEndpoints = endpoints({
  calendarFeed: {
    method: 'GET',
    path: '/api/me/calendar',
    tag: '账户',
    summary: '日历订阅：有没有地址，何时生成',
    caller: 'signed-in',
    reply: Type.Object({ since: Type.Union([Instant, Type.Null()]) }),
  },
  renewCalendarFeed: {
    method: 'POST',
    path: '/api/me/calendar',
    tag: '账户',
    summary: '生成或换新日历订阅地址；原来的马上失效，新的只在这一次答复里',
    caller: 'signed-in',
    writes: true,
    reply: Type.Object({ path: Type.String() }),
  },
  endCalendarFeed: {
    method: 'DELETE',
    path: '/api/me/calendar',
    tag: '账户',
    summary: '停用日历订阅',
    caller: 'signed-in',
    writes: true,
  },
  readCalendarFeed: {
    method: 'GET',
    path: '/api/calendar/:secret',
    tag: '账户',
    summary: '凭保密地址读自己的日历（iCalendar）；地址不对、停用、账号停用的答复相同',
    caller: 'public',
    background: true,
    params: Type.Object({ secret: Type.String({ maxLength: 80 }) }),
    file: ['text/calendar'],
    problems: ['calendar.unknown'],
  },
});
