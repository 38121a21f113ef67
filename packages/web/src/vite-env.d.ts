declare module 'virtual:contract-routes' {
  /** `METHOD /path/:param` of every endpoint, made from the contract at build time. */
  export const routes: Readonly<Record<import('@zhitongche/contract').EndpointName, string>>;
}
