import type { Sensitivity } from '@zhitongche/access';
import { type Answers, visibleAnswers } from '@zhitongche/form';
import type { PaperDoc } from '@zhitongche/base';
import type { PaperDef, PaperFacts, Service } from './service.ts';

/** A case as a reader of a clearance sees it: answers and records masked by their own forms. */
const factsFor = (service: Service, facts: PaperFacts, clearance: Sensitivity): PaperFacts => {
  const view = { clearance };
  const { answers, previous, records } = facts.state;
  const masked = (key: string, data: Answers): Answers => {
    const form = service.forms[key]?.form;
    return form ? visibleAnswers(form, data, view) : data;
  };
  return {
    ...facts,
    state: {
      ...facts.state,
      answers: visibleAnswers(service.form, answers, view),
      previous: previous && visibleAnswers(service.form, previous, view),
      records: Object.fromEntries(
        Object.entries(records).map(([key, entries]) => [
          key,
          entries.map((entry) => ({ ...entry, data: masked(key, entry.data) })),
        ]),
      ),
    },
  };
};

/** What a paper says to whom. */
export interface PaperEditions {
  /** Facts of the open edition: what the form masks is masked in them. */
  readonly facts: PaperFacts;
  /** For every reader of the case. */
  readonly open: PaperDoc;
  /** The same with nothing masked, for readers of that clearance; null when nothing is masked in the open one. */
  readonly whole: { readonly doc: PaperDoc; readonly clearance: Sensitivity } | null;
}

/** Builds a paper as its readers may see it. A service builds once and cannot forget: it is handed masked answers. */
export const paperEditions = (service: Service, def: PaperDef, facts: PaperFacts): PaperEditions => {
  const openFacts = factsFor(service, facts, 'open');
  const [open, personal, whole] = [
    def.build(openFacts),
    def.build(factsFor(service, facts, 'personal')),
    def.build(facts),
  ];
  const text = JSON.stringify(whole);
  if (text === JSON.stringify(open)) return { facts: openFacts, open, whole: null };
  const clearance = text === JSON.stringify(personal) ? 'personal' : 'sensitive';
  return { facts: openFacts, open, whole: { doc: whole, clearance } };
};
