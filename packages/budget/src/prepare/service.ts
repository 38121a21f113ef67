/** Section of a form that pins a version; filled in by the page that keeps the versions, not by a person. */
export const PIN = 'pin';

/** Code of the service whose cases have a budget under preparation beside them. */
export const PREPARATION = 'budget-preparation';
