declare module 'virtual:contract-routes' {
  import type { EndpointName } from '@zhitongche/contract';

  /** `METHOD /path/:param` of every endpoint, made from the contract at build time. */
  export const routes: Readonly<Record<EndpointName, string>>;
  export const mirrored: readonly string[];
}
