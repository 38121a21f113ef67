import type { Handlers } from '@zhitongche/core/server';
import { appointmentFile, appointments, bookAppointment, cancelAppointment } from './appointments.ts';
import { callNext, drawNumber, moveNumber } from './numbers.ts';
import { queue, queueScreen } from './queue.ts';

/** Coming to the counter. */
export const appointmentHandlers: Handlers<
  | 'appointments'
  | 'bookAppointment'
  | 'cancelAppointment'
  | 'appointmentFile'
  | 'queue'
  | 'drawNumber'
  | 'callNext'
  | 'moveNumber'
  | 'queueScreen'
> = {
  appointments: ({ app, actor, params }) => appointments(app, actor, params.case),
  bookAppointment: ({ app, actor, key, params, body }) => bookAppointment(app, actor, key, params.case, body),
  cancelAppointment: async ({ app, actor, key, params }) => {
    await cancelAppointment(app, actor, key, params.case, params.id);
    return undefined;
  },
  appointmentFile: ({ app, actor, params }) => appointmentFile(app, actor, params.case, params.id),
  queue: ({ app, actor, query }) => queue(app, actor, query.place),
  drawNumber: ({ app, actor, key, params, body }) => drawNumber(app, actor, key, params.place, body),
  callNext: ({ app, actor, key, params, body }) => callNext(app, actor, key, params.place, body.desk.trim()),
  moveNumber: async ({ app, actor, key, params, body }) => {
    await moveNumber(app, actor, key, params.id, body.move);
    return undefined;
  },
  queueScreen: ({ app, params }) => queueScreen(app, app.config.office, params.place),
};
