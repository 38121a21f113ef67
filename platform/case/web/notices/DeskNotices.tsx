import { Notices } from './Notices.tsx';

/** Messages to whoever works at the desk. */
export const DeskNotices = () => (
  <div className="desk-page">
    <Notices shell="desk" none="有件转到您手里、被催办、快到期或有人抄送时，会在这里提醒。" />
  </div>
);
