/** Section of a form that pins a version; filled in by the page that keeps the versions, not by a person. */
export const PIN = 'pin';
