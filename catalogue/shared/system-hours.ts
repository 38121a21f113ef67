/** Which hours count while a fault of a system lasts. */
export const SYSTEM_HOURS = { always: '全天', office: '办公时间' } as const;
