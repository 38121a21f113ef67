/**
 * Header of a call that no hand caused: a page that looks again by itself. Such calls, and streams, do not count as use of a
 * session, so that the idle limit strikes a screen nobody sits before.
 */
export const BACKGROUND = 'x-background';
