import { useNavigate } from '@tanstack/react-router';
import { flowContext, type OpenDef, type Service } from '@zhitongche/case';
import type { CaseView } from '@zhitongche/contract';
import { newKey, useWrite } from '@zhitongche/contract/web';
import type { Answers } from '@zhitongche/form';
import type { Draft } from '@zhitongche/form/web';
import type { PolicyReader } from '@zhitongche/office';
import { Button, messageOf, Notice, toast } from '@zhitongche/ui';

/** What was begun in the wrong place by what is typed so far, and the button that takes it to the right one. */
export const GoOnElsewhere = ({
  service,
  view,
  policy,
  draft,
}: {
  readonly service: Service;
  readonly view: CaseView;
  /** Absent while the figures in force are still read. */
  readonly policy: PolicyReader | undefined;
  readonly draft: Draft<Answers>;
}) => {
  const navigate = useNavigate();
  const open = useWrite('openFrom', ['myCases', 'case']);
  if (view.state.status !== 'draft' || !policy) return null;
  const context = flowContext({ ...view.state, answers: draft.state.answers }, { policy });
  const elsewhere = (service.opens ?? []).filter(({ fromDraft, when }) => fromDraft && when?.(context));
  const go = async (def: OpenDef): Promise<void> => {
    if (!(await draft.keeper.flush())) return;
    open.mutate(
      { params: { case: view.row.id }, body: { open: def.key }, options: { key: newKey() } },
      {
        onSuccess: ({ id }) => void navigate({ to: '/hall/cases/$case/edit', params: { case: id } }),
        onError: (error) => toast(messageOf(error), 'danger'),
      },
    );
  };
  return elsewhere.map((def) => (
    <Notice key={def.key} tone="warn">
      <p>{def.why ?? def.label}</p>
      <Button variant="primary" pending={open.isPending} onPress={() => void go(def)}>
        {def.label}
      </Button>
    </Notice>
  ));
};
