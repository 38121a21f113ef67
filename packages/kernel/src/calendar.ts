/** An exception to "Monday to Friday are working days", from the State Council's yearly notice. */
export interface CalendarException {
  readonly date: string;
  readonly kind: 'off' | 'work';
  readonly notice: string;
}

/** The office calendar; `covers` tells up to which day the yearly notice has been loaded. */
export interface WorkCalendar {
  /** First and last day the exception table is complete for. */
  readonly covers: { readonly from: string; readonly to: string };
  isWorkingDay(day: string): boolean;
}
