import { useInfiniteQuery } from '@tanstack/react-query';
import { readList } from '@zhitongche/contract/web';
import { useMemo } from 'react';
import { type KeptSearch, rowsQuery } from './kept-search.ts';

/** Rows asked for at once. */
const PAGE = 100;

/** Rows of a register as the server lists them, page by page. */
export const useRows = (register: string, search: KeptSearch, limit = PAGE, enabled = true) => {
  const query = useInfiniteQuery({ ...readList('keptRows', rowsQuery(register, search, limit)), enabled });
  const pages = query.data?.pages;
  const rows = useMemo(() => pages?.flatMap(({ items }) => items) ?? [], [pages]);
  return { rows, query };
};
