export { appointmentHandlers } from './handlers.ts';
export { tendAppointments } from './tend.ts';
