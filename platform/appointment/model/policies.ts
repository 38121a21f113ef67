import type { PolicyDef } from '@zhitongche/office';

const figure = (key: string, label: string, unit: string, value: number, bounds: readonly [number, number]) =>
  ({
    key: `appointment.${key}`,
    label: `窗口预约：${label}`,
    type: 'number',
    unit,
    default: value,
    bounds,
    unconfirmed: true,
  }) as const satisfies PolicyDef;

/** Figures of coming to the counter; how early and how late one books is the register's of bookings. */
export const APPOINTMENT_POLICIES: readonly PolicyDef[] = [
  figure('minutes', '一次占用', '分钟', 30, [5, 240]),
  figure('days', '可预约今后多少天', '天', 14, [1, 42]),
  figure('remind-hours', '提前多久提醒', '小时', 24, [1, 168]),
  figure('absent-minutes', '预约时段结束后多久没有取号记为未到', '分钟', 30, [0, 1440]),
  figure('absences', '同一办件未到几次后不再接受网上预约', '次', 2, [1, 20]),
];
