import type { EmbeddedServer } from '@zhitongche/host';

/** A URL for a server that only listens on a socket. */
export const urlOf = ({ target }: Pick<EmbeddedServer, 'target'>): string =>
  `postgres://${target.user}@localhost:${target.port}/${target.database}?host=${encodeURIComponent(target.host ?? '')}`;
