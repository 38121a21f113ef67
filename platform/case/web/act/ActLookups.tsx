import type { Problem } from '@zhitongche/base';
import type { OpenActShape } from '@zhitongche/contract';
import { lazily } from '@zhitongche/ui';
import { type ActInput, needsOf } from './act-needs.ts';

const PersonsPicker = lazily(() => import('./PersonsPicker.tsx').then((m) => m.PersonsPicker));
const ReplyForm = lazily(() => import('./ReplyForm.tsx').then((m) => m.ReplyForm));

const ONE_PERSON: readonly string[] = ['transfer', 'entrust'];

const personsLabel = (kind: string): string =>
  kind === 'copy' ? '抄送给谁（只阅知，不影响办理）' : ONE_PERSON.includes(kind) ? '交给谁办' : '请谁加签';

/** What an act asks for that is fetched or stored while one fills it in: persons, the answer of an authority outside. */
export const ActLookups = ({
  caseId,
  act,
  input,
  unprinted,
  onChange,
}: {
  readonly caseId: string;
  readonly act: OpenActShape;
  readonly input: ActInput;
  /** Words no paper can print, by their place. */
  readonly unprinted: readonly Problem[];
  readonly onChange: (change: Partial<ActInput>) => void;
}) => {
  const needs = needsOf(act);
  return (
    <>
      {needs.includes('persons') ? (
        <PersonsPicker
          caseId={caseId}
          act={act.kind}
          label={personsLabel(act.kind)}
          several={!ONE_PERSON.includes(act.kind)}
          value={input.persons}
          onChange={(persons) => onChange({ persons })}
        />
      ) : null}
      {needs.includes('reply') ? (
        <ReplyForm
          caseId={caseId}
          reply={input.reply}
          problems={unprinted}
          onChange={(reply) => onChange({ reply })}
        />
      ) : null}
    </>
  );
};
