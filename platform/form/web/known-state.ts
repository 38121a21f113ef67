import { type Answers, withoutMasked } from '@zhitongche/form';
import type { CaseState, Service } from '@zhitongche/case';
import type { CaseView } from '@zhitongche/contract';

/** The case as checks of an act's form may read it here: without what is masked for the reader, which the server alone knows. */
export const knownState = (service: Service, { state, clearance }: CaseView): CaseState => {
  const view = { clearance };
  const open = (key: string, data: Answers): Answers => {
    const form = service.forms[key]?.form;
    return form ? withoutMasked(form, data, view) : {};
  };
  return {
    ...state,
    answers: withoutMasked(service.form, state.answers, view),
    previous: null,
    records: Object.fromEntries(
      Object.entries(state.records).map(([key, entries]) => [
        key,
        entries.map((entry) => ({ ...entry, data: open(key, entry.data) })),
      ]),
    ),
  };
};
