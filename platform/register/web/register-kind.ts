import { queryOptions, useSuspenseQuery } from '@tanstack/react-query';
import { definitionsOf } from '@zhitongche/form/web';
import type { RegisterKind } from '@zhitongche/register';

/**
 * Loads the definition of a register people keep, the same functions the server runs; with the chunk of its folder.
 * @throws when this build does not know the register.
 */
export const loadKind = async (code: string): Promise<RegisterKind> => {
  const kind = (await definitionsOf(code)).find((one) => isKind(one) && one.code === code);
  if (!isKind(kind)) throw new Error(`no register "${code}" in this build`);
  return kind;
};

const isKind = (value: unknown): value is RegisterKind =>
  typeof value === 'object' &&
  value !== null &&
  'kind' in value &&
  value.kind === 'register' &&
  'code' in value &&
  'form' in value;

/** Query of a register's definition; kept for the whole visit. */
export const kindQuery = (code: string) =>
  queryOptions({
    queryKey: ['register-kind', code],
    queryFn: () => loadKind(code),
    staleTime: Number.POSITIVE_INFINITY,
    retry: 1,
  });

/** A register's definition; suspends while its code loads. */
export const useKind = (code: string): RegisterKind => useSuspenseQuery(kindQuery(code)).data;
