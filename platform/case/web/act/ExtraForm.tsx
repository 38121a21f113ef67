import type { Answers } from '@zhitongche/form';
import type { Problem } from '@zhitongche/base';
import type { Service } from '@zhitongche/case';
import { useEffect } from 'react';
import type { CaseView } from '@zhitongche/contract';
import { SectionFields, FormContextProvider } from '@zhitongche/form/web';
import { Notice, Skeleton } from '@zhitongche/ui';
import { useActForm } from './use-act-form.ts';

/** The extra form of an act, checked by the same functions as the server's. */
export const ExtraForm = ({
  service,
  formKey,
  view,
  data,
  chosen,
  onChange,
  said,
  quiet,
  others,
  onProblems,
}: {
  readonly service: Service;
  readonly formKey: string;
  readonly view: CaseView;
  readonly data: Answers;
  /** Strands the act moves, of one that moves some. */
  readonly chosen: readonly string[] | undefined;
  readonly onChange: (data: Answers) => void;
  /** True once the act was tried: everything wrong is said. */
  readonly said: boolean;
  /** Sections the page fills in by itself; what is wrong in them is said above the form. */
  readonly quiet: readonly string[];
  /** What the server refused. */
  readonly others: readonly Problem[];
  /** Told whenever the number of blocking problems changes. */
  readonly onProblems: (blocking: number) => void;
}) => {
  const {
    own: extra,
    context,
    world,
    stops,
    sayAll,
  } = useActForm({ service, view, formKey, data, chosen, onChange, others });
  const blocking = stops.length;
  useEffect(() => onProblems(blocking), [blocking, onProblems]);
  const untouched = Object.keys(data).length === 0;
  useEffect(() => {
    if (untouched && extra?.begin && context?.state) onChange(extra.begin(context.state, context.today));
  }, [untouched, extra, context, onChange]);
  useEffect(() => {
    if (said) sayAll();
  }, [said, sayAll]);
  if (extra === undefined || context === undefined) return <Skeleton lines={5} />;
  const shown = Object.entries(extra.form).filter(([key]) => !quiet.includes(key));
  const seen = new Set(shown.flatMap(([, section]) => Object.keys(section.fields)));
  const unseen = stops.filter(({ at }) => !seen.has(String(at[0] ?? '')));
  return (
    <FormContextProvider value={world}>
      <div className="act-part stack">
        {unseen.length === 0 ? null : (
          <Notice tone="danger" live title="现在不能提交">
            {unseen.map(({ code, message, todo }) => (
              <p key={`${code} ${message}`}>
                {message}
                {todo ? `。${todo}` : ''}
              </p>
            ))}
          </Notice>
        )}
        {shown.map(([key, section]) => (
          <section key={key} className="stack">
            <h3>{section.title}</h3>
            <SectionFields section={key} />
          </section>
        ))}
      </div>
    </FormContextProvider>
  );
};
