import { mirrored } from 'virtual:contract-routes';

const BASE = '/visit';

/** Whether this page came in at the public door; a page stays at the door it was loaded at, for sessions never mix. */
export const atVisit = /^\/visit(\/|$)/.test(globalThis.location?.pathname ?? '');

/** What stands before every address of this page's screens. */
export const base = atVisit ? BASE : '/';

/** A path of the contract as this page calls it. */
export const pathAt = (name: string, path: string): string =>
  atVisit && mirrored.includes(name) ? path.replace(/^\/api/, `/api${BASE}`) : path;

/** Whether this page's session goes along: at the public door never to an endpoint of the staff's, whoever else sits at this browser. */
export const goesAlong = (name: string, path: string): boolean =>
  !atVisit || mirrored.includes(name) || path.startsWith(`/api${BASE}/`);
