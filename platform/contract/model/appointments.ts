import Type from 'typebox';
import { endpoints } from './endpoint.ts';
import { Id, Instant } from './shapes.ts';

const closed = { additionalProperties: false } as const;
const Said = Type.Object({ zh: Type.String(), en: Type.String() });
const OfCase = Type.Object({ case: Id });
const One = Type.Object({ case: Id, id: Id });
/** Who works at the counter. */
const COUNTER = ['window', 'handler', 'passport-officer'] as const;

const State = Type.Union([
  Type.Literal('waiting'),
  Type.Literal('called'),
  Type.Literal('served'),
  Type.Literal('missed'),
]);
const Drawn = Type.Object({
  id: Id,
  no: Type.String(),
  matter: Type.String(),
  state: State,
  desk: Type.String(),
  calls: Type.Integer(),
  booked: Type.Boolean(),
  caseId: Type.Union([Id, Type.Null()]),
  drawnAt: Instant,
});

/** Coming to the counter: hours booked from a case, numbers, and the screen that calls them. */
export const appointmentEndpoints = endpoints({
  appointments: {
    method: 'GET',
    path: '/api/cases/:case/appointments',
    tag: '预约与叫号',
    summary: '本办件的窗口预约和还能预约的时段',
    caller: 'signed-in',
    params: OfCase,
    reply: Type.Object({
      /** What one comes for now; null while nothing calls for it. */
      what: Type.Union([Said, Type.Null()]),
      booked: Type.Array(
        Type.Object({
          id: Id,
          place: Type.String(),
          from: Instant,
          to: Instant,
          state: Type.Union([Type.Literal('booked'), Type.Literal('came'), Type.Literal('absent')]),
          /** The number drawn for it: how many are before, where it is called to. */
          number: Type.Union([
            Type.Object({ no: Type.String(), state: State, desk: Type.String(), before: Type.Integer() }),
            Type.Null(),
          ]),
        }),
      ),
      /** Hours that may be booked now; none where something speaks against it, which `why` says. */
      hours: Type.Array(
        Type.Object({
          place: Id,
          title: Type.String(),
          from: Instant,
          to: Instant,
          free: Type.Integer(),
        }),
      ),
      why: Type.Union([Said, Type.Null()]),
    }),
    problems: ['case.not-found'],
  },
  bookAppointment: {
    method: 'POST',
    path: '/api/cases/:case/appointments',
    tag: '预约与叫号',
    summary: '预约到窗口',
    caller: 'signed-in',
    writes: true,
    params: OfCase,
    body: Type.Object({ place: Id, from: Instant }, closed),
    reply: Type.Object({ id: Id }),
    problems: [
      'case.not-found',
      'appointment.not-now',
      'appointment.has-one',
      'appointment.absent',
      'appointment.no-hour',
      'booking.taken',
    ],
  },
  cancelAppointment: {
    method: 'POST',
    path: '/api/cases/:case/appointments/:id/cancel',
    tag: '预约与叫号',
    summary: '取消窗口预约',
    caller: 'signed-in',
    writes: true,
    params: One,
    problems: ['case.not-found', 'appointment.none', 'booking.too-late'],
  },
  appointmentFile: {
    method: 'GET',
    path: '/api/cases/:case/appointments/:id/file',
    tag: '预约与叫号',
    summary: '窗口预约的日历文件',
    caller: 'signed-in',
    params: One,
    file: ['text/calendar'],
    problems: ['case.not-found', 'appointment.none'],
  },
  queue: {
    method: 'GET',
    path: '/api/queue',
    tag: '预约与叫号',
    summary: '今天的窗口：谁约了，谁在等，叫到几号',
    caller: COUNTER,
    background: true,
    query: Type.Object({ place: Type.Optional(Id) }),
    reply: Type.Object({
      places: Type.Array(Type.Object({ id: Id, title: Type.String(), waiting: Type.Integer() })),
      place: Type.Union([Id, Type.Null()]),
      /** Booked for today and not here yet. */
      expected: Type.Array(
        Type.Object({
          id: Id,
          title: Type.String(),
          from: Instant,
          to: Instant,
          caseId: Type.Union([Id, Type.Null()]),
        }),
      ),
      numbers: Type.Array(Drawn),
      /** Today so far. */
      served: Type.Integer(),
      missed: Type.Integer(),
      /** Minutes somebody waited in the middle; null where nobody was called yet. */
      median: Type.Union([Type.Integer(), Type.Null()]),
    }),
    problems: ['queue.no-place'],
  },
  drawNumber: {
    method: 'POST',
    path: '/api/queue/:place/numbers',
    tag: '预约与叫号',
    summary: '取号：现场来的，或者约好的到了',
    caller: COUNTER,
    writes: true,
    params: Type.Object({ place: Id }),
    body: Type.Object(
      { booking: Type.Union([Id, Type.Null()]), matter: Type.String({ minLength: 1, maxLength: 40 }) },
      closed,
    ),
    reply: Type.Object({ id: Id, no: Type.String() }),
    problems: ['queue.no-place', 'queue.no-booking'],
  },
  callNext: {
    method: 'POST',
    path: '/api/queue/:place/next',
    tag: '预约与叫号',
    summary: '叫下一号',
    caller: COUNTER,
    writes: true,
    params: Type.Object({ place: Id }),
    body: Type.Object({ desk: Type.String({ minLength: 1, maxLength: 20 }) }, closed),
    reply: Type.Object({ no: Type.Union([Type.String(), Type.Null()]) }),
    problems: ['queue.no-place'],
  },
  moveNumber: {
    method: 'POST',
    path: '/api/queue/numbers/:id',
    tag: '预约与叫号',
    summary: '再叫、办完、过号、重新排队',
    caller: COUNTER,
    writes: true,
    params: Type.Object({ id: Id }),
    body: Type.Object(
      {
        move: Type.Union([
          Type.Literal('again'),
          Type.Literal('serve'),
          Type.Literal('miss'),
          Type.Literal('back'),
        ]),
      },
      closed,
    ),
    problems: ['queue.no-number', 'queue.moved-on'],
  },
  queueScreen: {
    method: 'GET',
    path: '/api/public/queue/:place',
    tag: '预约与叫号',
    summary: '大厅屏幕：叫到几号，去哪个窗口；只有号码',
    caller: 'public',
    params: Type.Object({ place: Id }),
    reply: Type.Object({
      title: Type.String(),
      called: Type.Array(Type.Object({ no: Type.String(), desk: Type.String(), calls: Type.Integer() })),
      waiting: Type.Array(Type.String()),
    }),
    problems: ['queue.no-place'],
  },
});
