import type { OpenedCase } from '../usecase/open-case.ts';

/** Whether the opening case waits for what it is linked to this way. */
export const awaitedBy = (
  { service }: Pick<OpenedCase, 'service'>,
  kind: string,
): { readonly awaited?: true } =>
  service.links?.some(({ key, awaited }) => key === kind && awaited) ? { awaited: true } : {};
