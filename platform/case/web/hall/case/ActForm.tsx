import type { At } from '@zhitongche/base';
import type { Service } from '@zhitongche/case';
import type { CaseView, OpenActShape } from '@zhitongche/contract';
import { type Answers, prune } from '@zhitongche/form';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { PageHeader, problemsOfError, ProblemSummary, toast, Unreachable, useShared } from '@zhitongche/ui';
import { useMe } from '@zhitongche/shell/web';
import {
  backupOf,
  keepBackup,
  FormContextProvider,
  problemLine,
  focusAt,
  SectionFields,
} from '@zhitongche/form/web';
import { useAct } from '../../act/use-act.ts';
import { useActForm } from '../../act/use-act-form.ts';
import { ActFormFoot } from './ActFormFoot.tsx';
import { type ActInput, strandsPart } from '../../act/act-needs.ts';
import { StrandsPicker } from '../../linked/StrandsPicker.tsx';

/** The form of an act on a page of its own: all that stands in the way above it, its sections, the send button. */
export const ActForm = ({
  view,
  act,
  formKey,
  service,
  asked,
  start,
}: {
  readonly view: CaseView;
  readonly act: OpenActShape;
  readonly formKey: string;
  readonly service: Service;
  readonly asked: Service['forms'][string];
  readonly start: Answers;
}) => {
  const { say } = useShared();
  const me = useMe();
  const navigate = useNavigate();
  const place = `${view.row.id}:${formKey}`;
  const [answers, setAnswers] = useState<Answers>(
    () => backupOf<Answers>('draft', me.id, place)?.answers ?? start,
  );
  const [opinion, setOpinion] = useState('');
  const [strands, setStrands] = useState<Pick<ActInput, 'strands' | 'on'>>({ strands: [], on: '' });
  const [target, setTarget] = useState<{ readonly at: At } | null>(null);
  const [tried, setTried] = useState(0);
  const form = useActForm({
    service,
    view,
    formKey,
    data: answers,
    chosen: act.strands ? strands.strands : undefined,
    onChange: (next) => {
      setAnswers(next);
      keepBackup('draft', me.id, place, { answers: next, revision: view.row.revision });
    },
    target,
  });
  const { pending, error, tries, take } = useAct(view, 'hall', () => {
    keepBackup('draft', me.id, place, null);
    toast(say(`已提交：${act.label}`, `Sent: ${act.en}`));
    void navigate({ to: '/hall/cases/$case', params: { case: view.row.id } });
  });
  const refused = error && !(error instanceof Unreachable) ? problemsOfError(error) : [];
  const shown = refused.length > 0 ? refused : form.stops;
  const go = (at: At): void => {
    setTarget({ at });
    focusAt(at, () => setTarget(null));
  };
  const send = (): void => {
    form.sayAll();
    setTried((t) => t + 1);
    if (form.stops.length > 0) return;
    void take({
      act: act.act,
      ...(act.seat ? { seat: act.seat } : {}),
      data: prune(asked.form, answers),
      ...strandsPart(act, strands),
      ...(opinion.trim() ? { opinion: opinion.trim() } : {}),
    });
  };
  return (
    <FormContextProvider value={form.world}>
      <PageHeader
        title={asked.title}
        back={{
          to: `/hall/cases/${view.row.id}`,
          label: say(view.row.title || '办件', 'Back to the matter'),
        }}
        intro={`${service.name}${view.row.number ? ` · ${view.row.number}` : ''}`}
      />
      <div className="stack stack-wide">
        {tried > 0 && shown.length > 0 ? (
          <ProblemSummary
            key={`${tried} ${tries}`}
            title={say(`还有 ${shown.length} 处需要处理`, `${shown.length} points to mend`)}
            lines={shown.map((problem) => problemLine(asked.form, problem, go))}
          />
        ) : null}
        <Sections asked={asked} keys={form.progress.map(({ key }) => key)} />
        <StrandsPicker
          act={act}
          view={view}
          input={strands}
          set={(change) => setStrands({ ...strands, ...change })}
        />
        <ActFormFoot
          caseId={view.row.id}
          act={act}
          opinion={opinion}
          onOpinion={setOpinion}
          error={error}
          pending={pending}
          ready={form.context !== undefined}
          onSend={send}
        />
      </div>
    </FormContextProvider>
  );
};

const Sections = ({
  asked,
  keys,
}: {
  readonly asked: Service['forms'][string];
  readonly keys: readonly string[];
}) =>
  keys.map((key) => (
    <section key={key} className="card stack" aria-label={asked.form[key]?.title}>
      {asked.form[key]?.title === asked.title ? null : <h2>{asked.form[key]?.title}</h2>}
      <SectionFields section={key} />
    </section>
  ));
