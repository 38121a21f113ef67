import type { At, Problem } from '@zhitongche/base';
import type { Check, Service } from '@zhitongche/case';
import type { CaseView } from '@zhitongche/contract';
import type { Answers, Form } from '@zhitongche/form';
import { useActContext, useForm } from '@zhitongche/form/web';
import { useMemo } from 'react';

const NO_FORM: Form = {};
const NO_CHECKS: readonly Check[] = [];

/** The form of an act being filled in, checked by the same functions as the server's, with the case before their eyes. */
export const useActForm = ({
  service,
  view,
  formKey,
  data,
  chosen,
  ...asked
}: {
  readonly service: Service;
  readonly view: CaseView;
  readonly formKey: string;
  readonly data: Answers;
  /** Strands it is filled in for, of an act that moves some. */
  readonly chosen?: readonly string[] | undefined;
  readonly onChange: (data: Answers) => void;
  /** What the server refused. */
  readonly others?: readonly Problem[];
  /** Where a problem's link leads. */
  readonly target?: { readonly at: At } | null;
}) => {
  const own = service.forms[formKey];
  const known = useActContext(service, view, formKey, data);
  const key = chosen?.join();
  const context = useMemo(
    () => (known && key !== undefined ? { ...known, chosen: key === '' ? [] : key.split(',') } : known),
    [known, key],
  );
  const engine = useForm({
    ...asked,
    service,
    form: own?.form ?? NO_FORM,
    checks: own?.checks ?? NO_CHECKS,
    caseId: view.row.id,
    answers: data,
    context,
  });
  /** What keeps the act from being taken; nothing is known while the figures are not here. */
  const stops = context === undefined ? [] : engine.problems.filter((p) => p.level === 'block');
  return { ...engine, own, context, stops };
};
