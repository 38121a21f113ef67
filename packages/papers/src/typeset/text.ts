/** Allows a break after every eighth character of very long Latin words, which would else run out of their box. */
export function breakable(text: string): string {
  return text.replace(/[\x21-\x7e]{25,}/g, (word) => word.replace(/.{8}(?=.)/g, '$&\u200b'));
}

/** Year, month and day of a `YYYY-MM-DD` that exists in the calendar. */
export function calendarDay(day: string): { year: number; month: number; day: number } | undefined {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day);
  if (!parts) return undefined;
  const date = new Date(`${day}T00:00:00Z`);
  if (Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== day) return undefined;
  return { year: Number(parts[1]), month: Number(parts[2]), day: Number(parts[3]) };
}
