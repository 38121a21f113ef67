import { FlowDefinitionError, type DecisionBuilder, write } from '../decision-builder.ts';
import { runEffects } from '../transitions.ts';
import type { AmendmentDef } from '../service.ts';
import { type Act, type Asked, decidedBy, DONE } from './act.ts';

const defOf = ({ service }: DecisionBuilder): AmendmentDef => {
  const { amends } = service;
  if (!amends) throw new FlowDefinitionError('本事项没有可更正的登记', 'the service amends nothing');
  return amends;
};

/** 申请更正: on record with its reason; nothing counts before a second person has agreed, who is told that it waits. */
export const amend: Act = (journal, asked) => {
  const { label, second } = defOf(journal);
  write(journal, { ...decidedBy(asked, true), asked: true });
  runEffects(
    journal,
    second.map((to) => ({ do: 'notify', to, text: `申请${label}，待第二人核对后确认` })),
  );
  return DONE;
};

/**
 * 同意更正: what was asked for is recorded in the name of whoever agrees, and the registers are told.
 * @throws FlowDefinitionError.
 */
export const endorse: Act = (journal, asked) => {
  const { amending } = journal.state;
  if (!amending) throw new FlowDefinitionError('没有等待确认的更正', 'no correction waits');
  const { form, data, derived } = amending;
  const agreed: Asked = {
    ...asked,
    opening: { ...asked.opening, form },
    data,
    ...(derived === undefined ? {} : { derived }),
  };
  write(journal, decidedBy(agreed, true));
  runEffects(journal, defOf(journal).effects);
  return DONE;
};

/** 不同意更正: everything recorded stays as it was. */
export const overrule: Act = (journal, asked) => {
  write(journal, decidedBy(asked, true));
  return DONE;
};
