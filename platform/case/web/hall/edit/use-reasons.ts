import type { CaseView } from '@zhitongche/contract';
import { own } from '@zhitongche/contract/web';
import type { FormContext } from '@zhitongche/form/web';
import { useCallback, useMemo, useState } from 'react';

/** Reasons for what a rule asks about, by the rule's code. */
export type Reasons = Readonly<Record<string, string>>;

const isReasons = (value: unknown): value is Reasons =>
  typeof value === 'object' && value !== null && Object.values(value).every((why) => typeof why === 'string');

/** Reasons as they are written, beside the field or on the last page; kept on the device until they are sent. */
export const useReasons = (person: string, view: CaseView, form: FormContext) => {
  const caseId = view.row.id;
  const sent = view.state.explanations;
  const [reasons, setReasons] = useState<Reasons>(() => {
    const kept = own.read('reasons', person, caseId);
    return isReasons(kept) ? { ...sent, ...kept } : sent;
  });
  const explain = useCallback(
    (code: string, why: string): void =>
      setReasons((before) => {
        const next = { ...before, [code]: why };
        own.write('reasons', person, caseId, next);
        return next;
      }),
    [person, caseId],
  );
  const reasonOf = useCallback((code: string): string => reasons[code] ?? '', [reasons]);
  const world = useMemo(
    (): FormContext => ({ ...form, reasons: { of: reasonOf, set: explain } }),
    [form, reasonOf, explain],
  );
  return { reasons, explain, world };
};
