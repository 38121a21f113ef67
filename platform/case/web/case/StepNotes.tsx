import { type Service, stepNotes } from '@zhitongche/case';
import type { CaseView } from '@zhitongche/contract';
import { knownState, usePolicyReader } from '@zhitongche/form/web';
import { Notice } from '@zhitongche/ui';

/** What the step of a case tells whoever has it before them: what is still missing, what differs from the approval. */
export const StepNotes = ({ service, view }: { readonly service: Service; readonly view: CaseView }) => {
  const policy = usePolicyReader(service);
  const notes = policy ? stepNotes(service, knownState(service, view), { policy }) : [];
  if (notes.length === 0 || view.state.status === 'completed') return null;
  return (
    <Notice tone="info" title={view.row.stepTitle}>
      {notes.map((note) => (
        <p key={note}>{note}</p>
      ))}
    </Notice>
  );
};
