/** Systems a disclosure of 2024 names, with the limits it prints; owners and contracts are the office's own to fill in. */
export const SYSTEMS = [
  { name: '外事直通车系统', level: '3', hours: 'always', answer: 15, repair: 120 },
  { name: '内网协同办公业务平台', level: '3', hours: 'office', answer: 15 },
  { name: '附加证明书业务系统', level: '2', hours: 'office', answer: 360 },
  { name: '因公电子护照系统', level: '3', hours: 'office', answer: 1440 },
  { name: '因公赴港澳通行证电子化系统', level: '3', hours: 'office', repair: 30 },
  { name: '视频会议系统', level: '2', hours: 'always', answer: 15 },
].map((answers) => ({ answers, ago: 200 })) as readonly {
  readonly answers: {
    readonly name: string;
    readonly level: '2' | '3';
    readonly hours: 'always' | 'office';
    readonly answer?: number;
    readonly repair?: number;
  };
  readonly ago: number;
}[];
