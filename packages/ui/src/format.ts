const WEEKDAYS = ['周日', '周一', '周二', '周三', '周四', '周五', '周六'] as const;
const shanghai = new Intl.DateTimeFormat('zh-CN', {
  timeZone: 'Asia/Shanghai',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

/** 周一 … 周日 of a calendar day `YYYY-MM-DD`; empty when it is not one. */
export const weekdayOf = (day: string): string => {
  const time = Date.parse(`${day}T00:00:00Z`);
  return Number.isNaN(time) ? '' : (WEEKDAYS[new Date(time).getUTCDay()] ?? '');
};

/** `2026年11月21日（周六）` of a calendar day; text that is no day comes back as it is. */
export const dayText = (day: string): string => {
  const [, y, m, d] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day) ?? [];
  return y && m && d ? `${y}年${Number(m)}月${Number(d)}日（${weekdayOf(day)}）` : day;
};

/** `11月21日` of a calendar day, for dense lists. */
export const dayShort = (day: string): string => {
  const [, , m, d] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day) ?? [];
  return m && d ? `${Number(m)}月${Number(d)}日` : day;
};

/** A text with each day in it as people write it, `2027-01-06` as `2027年1月6日`; a moment of a machine stays. */
export const daysSaid = (text: string): string =>
  text.replaceAll(
    /(?<![\dT-])(\d{4})-(\d{2})-(\d{2})(?![\dT-])/g,
    (_, y: string, m: string, d: string) => `${y}年${Number(m)}月${Number(d)}日`,
  );

const partsOf = (instant: string): Readonly<Record<string, string>> | undefined => {
  const time = Date.parse(instant);
  return Number.isNaN(time)
    ? undefined
    : Object.fromEntries(shanghai.formatToParts(time).map((p) => [p.type, p.value]));
};

/** Calendar day in Asia/Shanghai of a UTC instant. */
export const dayOf = (instant: string): string => {
  const p = partsOf(instant);
  return p ? `${p['year']}-${p['month']}-${p['day']}` : '';
};

/** `10:32` in Asia/Shanghai. */
export const timeText = (instant: string): string => {
  const p = partsOf(instant);
  return p ? `${p['hour']}:${p['minute']}` : '';
};

/** `2026年11月21日（周六）10:32` in Asia/Shanghai. */
export const instantText = (instant: string): string => {
  const day = dayOf(instant);
  return day ? `${dayText(day)}${timeText(instant)}` : '';
};

/** `11月21日 10:32`, with the year when it is not `today`'s. */
export const instantShort = (instant: string, today = dayOf(new Date().toISOString())): string => {
  const day = dayOf(instant);
  if (!day) return '';
  const year = day.slice(0, 4) === today.slice(0, 4) ? '' : `${day.slice(0, 4)}年`;
  return `${year}${dayShort(day)} ${timeText(instant)}`;
};

/** `1,234,567.50` of a decimal string; groups the digits, keeps the scale. */
export const amountText = (value: string): string => {
  const [, sign = '', whole = '', rest = ''] = /^(-?)(\d+)(\.\d+)?$/.exec(value) ?? [];
  return whole === '' ? value : `${sign}${whole.replace(/\B(?=(\d{3})+$)/g, ',')}${rest}`;
};

/** `1.2 MB` of a number of bytes. */
export const sizeText = (bytes: number): string => {
  if (bytes < 1024) return `${bytes} B`;
  if (bytes < 1024 * 1024) return `${Math.round(bytes / 1024)} KB`;
  return `${(bytes / 1024 / 1024).toFixed(1)} MB`;
};
