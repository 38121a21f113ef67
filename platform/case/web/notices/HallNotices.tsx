import { Notices } from './Notices.tsx';

/** Messages to whoever files. */
export const HallNotices = () => <Notices shell="hall" none="受理、补正、办结等消息会出现在这里。" />;
