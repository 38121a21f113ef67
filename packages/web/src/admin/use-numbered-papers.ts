import { useQueries } from '@tanstack/react-query';
import { useRead } from '../api/queries.ts';
import { serviceQuery } from '../form/use-service.ts';
import { type NumberedPaper, numberedPapers } from './numbered-papers.ts';

/** Every numbered paper of the product under a mark; grows as the services' definitions arrive. */
export const useNumberedPapers = (mark: string, year: string): readonly NumberedPaper[] => {
  const services = useRead('services', {}, { staleTime: 600_000 });
  const definitions = useQueries({ queries: (services.data ?? []).map((s) => serviceQuery(s.code)) });
  return definitions.flatMap((d) => (d.data ? numberedPapers(d.data.papers, mark, year) : []));
};
