import type { PaperDef, PaperFacts } from './service.ts';
import type { ServiceCard } from './service-card.ts';

/**
 * A paper of a case by the name that events, numbers, files and rows know it by: its definition, and whom it is for
 * where every addressee gets one of its own.
 */
export interface NamedPaper<P = PaperDef> {
  readonly def: P;
  readonly addressee?: string;
}

/** Name of the paper of this kind for one addressee, `notice:某某大学`: each has its own number, file and fate. */
export const paperFor = (key: string, addressee: string): string => `${key}:${addressee}`;

/** What a name means; undefined for a paper nobody defined, and for one that is to have an addressee and has none. */
export const paperNamed = <P extends Pick<PaperDef, 'key' | 'addressed'>>(
  service: { readonly papers: readonly P[] },
  name: string,
): NamedPaper<P> | undefined => {
  const [key = '', ...rest] = name.split(':');
  const addressee = rest.join(':');
  const def = service.papers.find((paper) => paper.key === key);
  if (!def || (def.addressed !== undefined) !== (addressee !== '')) return undefined;
  return addressee === '' ? { def } : { def, addressee };
};

/** The facts of a paper with its addressee, for the builder. */
export const addressed = (facts: PaperFacts, { addressee }: Pick<NamedPaper, 'addressee'>): PaperFacts =>
  addressee === undefined ? facts : { ...facts, addressee };

/** Title of a paper by its name, with the addressee where there are several: `任务通知书（某某大学）`. */
export const paperWords = (service: Pick<ServiceCard, 'papers'>, name: string): string => {
  const paper = paperNamed(service, name);
  if (!paper) return '文书';
  return paper.addressee === undefined ? paper.def.title : `${paper.def.title}（${paper.addressee}）`;
};

/** A paper as people call it, in 书名号. */
export const paperTitle = (service: Pick<ServiceCard, 'papers'>, name: string): string => {
  const paper = paperNamed(service, name);
  return `《${paper?.def.title ?? '文书'}》${paper?.addressee === undefined ? '' : `（${paper.addressee}）`}`;
};
