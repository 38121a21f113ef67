import './Icon.css';

/** Line drawings on a 24-unit square; one path each, stroked in the colour of the text beside them. */
const PATHS = {
  alert: 'M12 4 2.8 20h18.4L12 4Zm0 6v5m0 2.6v.1',
  'arrow-left': 'M20 12H4m7-7-7 7 7 7',
  'arrow-right': 'M4 12h16m-7-7 7 7-7 7',
  bell: 'M6 16V10a6 6 0 0 1 12 0v6l2 2H4l2-2Zm4 5h4',
  building: 'M5 21V4h10v17M15 9h4v12M3 21h18M8 8h4M8 12h4M8 16h4',
  calendar: 'M4 6h16v14H4V6Zm0 5h16M8 3v5m8-5v5',
  chart: 'M4 20V4m0 16h16M8 17v-5m4 5V8m4 9v-7',
  check: 'm5 12.5 4.5 4.5L19 7.5',
  'check-circle': 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18Zm-4-9 3 3 5-6',
  'chevron-down': 'm6 9.5 6 6 6-6',
  'chevron-left': 'm14.5 6-6 6 6 6',
  'chevron-right': 'm9.5 6 6 6-6 6',
  'chevron-up': 'm6 14.5 6-6 6 6',
  clock: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18Zm0-14v5l3.5 2',
  close: 'm6 6 12 12M18 6 6 18',
  copy: 'M9 9h11v11H9V9ZM5 15H4V4h11v1',
  desk: 'M3 7h18v4H3V7Zm2 4v8m14-8v8M14 11v4h5',
  down: 'M12 5v14m-6-6 6 6 6-6',
  download: 'M12 4v11m-5-5 5 5 5-5M4 20h16',
  edit: 'm4 20 1-4L16 5l3 3L8 19l-4 1Zm10-13 3 3',
  external: 'M14 4h6v6m0-6-9 9M10 5H5v14h14v-5',
  eye: 'M2.5 12S6 5.5 12 5.5 21.5 12 21.5 12 18 18.5 12 18.5 2.5 12 2.5 12Zm9.5 3a3 3 0 1 0 0-6 3 3 0 0 0 0 6Z',
  'eye-off':
    'M4 4l16 16M9.5 5.9A9 9 0 0 1 12 5.5c6 0 9.5 6.5 9.5 6.500a16 16 0 0 1-3 3.700M6 8a16 16 0 0 0-3.5 4s3.5 6.5 9.5 6.500a9 9 0 0 0 3-.5M10 10a3 3 0 0 0 4 4',
  file: 'M6 3h8l5 5v13H6V3Zm8 0v5h5',
  filter: 'M4 5h16l-6 7.500V19l-4 1.500v-8L4 5Z',
  flag: 'M5 21V4h13l-3 4.500L18 13H5',
  globe: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18ZM3 12h18M12 3c3 3 3 15 0 18-3-3-3-15 0-18Z',
  home: 'M4 11 12 4l8 7v9h-5v-6H9v6H4v-9Z',
  inbox: 'M4 13 7 5h10l3 8v6H4v-6Zm0 0h5l1.5 2.500h3L15 13h5',
  info: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18Zm0-10v5.500m0-9v.1',
  key: 'M14 10a4 4 0 1 0-3.5 4L12 15.500h2.500V18H17v2h3v-3l-6.3-6.300M8 9v.1',
  list: 'M8 6h12M8 12h12M8 18h12M4 6h.1M4 12h.1M4 18h.1',
  lock: 'M6 11h12v9H6v-9Zm2 0V8a4 4 0 0 1 8 0v3m-4 3.500v2.5',
  logout: 'M10 4H5v16h5M14 8l4 4-4 4m4-4H9',
  mail: 'M3 6h18v12H3V6Zm0 1 9 7 9-7',
  menu: 'M4 7h16M4 12h16M4 17h16',
  minus: 'M5 12h14',
  moon: 'M20 14.500A8.5 8.5 0 0 1 9.5 4 8.5 8.5 0 1 0 20 14.500Z',
  more: 'M5 12.5a.5.5 0 1 0 0-1 .5.5 0 0 0 0 1Zm7 0a.5.5 0 1 0 0-1 .5.5 0 0 0 0 1Zm7 0a.5.5 0 1 0 0-1 .5.5 0 0 0 0 1Z',
  offline:
    'M4 4l16 16M2.5 9.500A14 14 0 0 1 8 6.300m4-.8a14 14 0 0 1 9.5 4M6 13a9 9 0 0 1 4-2.200m5 .7a9 9 0 0 1 3 1.500M12 18.500v.1',
  paste: 'M8 5H5v16h14V5h-3M9 3h6v4H9V3Zm0 9h6m-6 4h6',
  pause: 'M8 5v14M16 5v14',
  phone: 'M7 3h10v18H7V3Zm4 15h2',
  plus: 'M12 5v14M5 12h14',
  print: 'M7 9V4h10v5M7 17H4V9h16v8h-3M7 14h10v7H7v-7Z',
  refresh: 'M19.5 9A8 8 0 1 0 20 13m0-8v4.500h-4.5',
  search: 'M10.5 17a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13Zm5-1.500L20.5 20.5',
  send: 'm4 12 16-8-6 17-3-7-7-2Z',
  settings: 'M4 7h9m4 0h3M4 17h3m4 0h9M15 5v4M9 15v4',
  shield: 'M12 3 5 6v5c0 5 3 8 7 10 4-2 7-5 7-10V6l-7-3Zm-3 9 2.2 2.200L15.5 10',
  stamp: 'M6 20h12M6 16h12v-2.500l-4-1V9a3 3 0 1 0-4 0v3.500l-4 1V16Z',
  star: 'm12 3.5 2.6 5.6 6 .7-4.5 4.2 1.2 6L12 17l-5.3 3 1.2-6-4.5-4.2 6-.7L12 3.500Z',
  sun: 'M12 16.500a4.5 4.5 0 1 0 0-9 4.5 4.5 0 0 0 0 9ZM12 2v2m0 16v2M2 12h2m16 0h2M5 5l1.5 1.500m11 11L19 19M5 19l1.5-1.500m11-11L19 5',
  trend: 'm4 17 6-6 4 4 6-8m-5 0h5v5',
  table: 'M4 5h16v14H4V5Zm0 5h16M4 14.500h16M10 5v14',
  'text-size': 'M3 19 8 6l5 13M5 15h6m4 4 3-8 3 8m-5-2.500h4',
  trash: 'M4 7h16M9 7V4h6v3M6 7l1 14h10l1-14m-8 4v6m4-6v6',
  undo: 'M9 6 4 11l5 5m-5-5h10a5 5 0 0 1 0 10h-3',
  up: 'M12 19V5m-6 6 6-6 6 6',
  upload: 'M12 20V8m-5 5 5-5 5 5M4 4h16',
  user: 'M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8Zm-8 9c0-4 3.5-6 8-6s8 2 8 6',
  users:
    'M9 12a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7Zm-6.5 8c0-3.5 3-5 6.5-5s6.5 1.5 6.5 5M16 5.500a3.5 3.5 0 0 1 0 6.500m2 3.500c2 .7 3.5 2 3.5 4.5',
} as const;

/** Name of an icon. */
export type IconName = keyof typeof PATHS;

/** A decorative line icon; words beside it carry the meaning. */
export const Icon = ({
  name,
  size = 'm',
}: {
  readonly name: IconName;
  readonly size?: 's' | 'm' | 'l' | 'xl';
}) => (
  <svg className={`icon icon-${size}`} viewBox="0 0 24 24" aria-hidden="true" focusable="false">
    <path d={PATHS[name]} />
  </svg>
);
