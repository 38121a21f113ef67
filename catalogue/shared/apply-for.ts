import { type ActDef, type FlowContext, type LinkDef, linksOf, type OpenDef } from '@zhitongche/case';
import type { Answers } from '@zhitongche/form';

/** How a trip knows the applications for documents of those who need one. */
export const DOCUMENT_LINK: LinkDef = {
  key: 'document',
  to: ['document-application'],
  label: '证照申办',
  back: '所属团组',
};

/** One press files the applications of all who need a document, with what the trip knows of each; nothing is typed twice. */
export const applyFor = (
  label: string,
  needed: (context: Pick<FlowContext, 'state' | 'policy'>) => readonly Answers[],
): { readonly open: OpenDef; act(here: string): ActDef } => ({
  open: {
    key: 'documents',
    label,
    en: 'Apply for the documents needed',
    service: 'document-application',
    link: DOCUMENT_LINK.key,
    filed: true,
    answers: (state, { caseNumber, policy }) =>
      needed({ state, policy }).map((one) => ({ ...one, tripNumber: caseNumber })),
  },
  act: (here) => ({
    kind: 'advance',
    key: 'apply-documents',
    label,
    en: 'Apply for the documents needed',
    to: here,
    opinion: 'none',
    effects: [{ do: 'open', open: 'documents' }],
    when: (context) =>
      needed(context).length > 0 &&
      !linksOf(context.state).some(({ kind, side }) => kind === DOCUMENT_LINK.key && side === 'from'),
  }),
});
