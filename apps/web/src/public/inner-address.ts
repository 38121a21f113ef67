/** Where to go after log-in: an address of this site, never of another one. */
export const innerAddress = (next: string | undefined): string =>
  next !== undefined && /^\/(?![/\\])/.test(next) && !next.startsWith('/login') ? next : '/';
