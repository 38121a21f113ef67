/** Year, month and day of a `YYYY-MM-DD` that exists in the calendar. */
export function calendarDay(day: string): { year: number; month: number; day: number } | undefined {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day);
  if (!parts) return undefined;
  const date = new Date(`${day}T00:00:00Z`);
  if (Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== day) return undefined;
  return { year: Number(parts[1]), month: Number(parts[2]), day: Number(parts[3]) };
}
