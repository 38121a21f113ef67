import type { Service } from '@zhitongche/case';
import { shownFields } from '@zhitongche/form';
import type { Json } from '@zhitongche/base';
import { useMemo } from 'react';
import { ComputedView } from './ComputedView.tsx';
import { useFormContext } from './form-context.ts';

/** The questions of one section that apply now, and what is computed after it. */
export const SectionFields = ({
  section,
  service,
  derived,
}: {
  readonly section: string;
  readonly service?: Service;
  readonly derived?: Json | undefined;
}) => {
  const { form, answers, renderField } = useFormContext();
  const asked = useMemo(() => new Set(shownFields(form, answers)), [form, answers]);
  const { intro, fields = {} } = form[section] ?? {};
  return (
    <>
      {intro ? <p className="soft">{intro}</p> : null}
      <div className="fields">
        {Object.entries(fields).map(([key, field]) => (asked.has(key) ? renderField(field, [key]) : null))}
      </div>
      {service && derived !== undefined ? (
        <div className="stack" aria-live="polite">
          {service.computed
            .filter((c) => c.after === section)
            .map((c) => (
              <ComputedView key={c.key} computed={c} derived={derived} />
            ))}
        </div>
      ) : null}
    </>
  );
};
