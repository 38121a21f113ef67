export { AppointmentPanel } from './AppointmentPanel.tsx';
