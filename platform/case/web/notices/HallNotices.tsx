import { Notices } from './Notices.tsx';

/** Messages to whoever files. */
export const HallNotices = () => (
  <Notices to="/hall/cases/$case" none="受理、补正、办结等消息会出现在这里。" />
);
