import type { At, Json, Problem } from '@zhitongche/base';
import type { Service } from '@zhitongche/case';
import { SectionFields, type SectionProgress } from '@zhitongche/form/web';
import { Button, useShared } from '@zhitongche/ui';
import type { ReactNode } from 'react';
import { SectionProblems } from './SectionProblems.tsx';

/** One section of the application with its questions, and the buttons to the one before and after. */
export const FormSection = ({
  service,
  sections,
  here,
  derived,
  problems,
  onTurn,
  onGo,
  children,
}: {
  readonly service: Service;
  readonly sections: readonly SectionProgress[];
  /** Key of the section shown. */
  readonly here: string;
  readonly derived: Json | undefined;
  /** What may be said to be wrong in the whole form. */
  readonly problems: readonly Problem[];
  readonly onTurn: (section: string) => void;
  readonly onGo: (at: At) => void;
  /** What stands below it: what it will cost. */
  readonly children?: ReactNode;
}) => {
  const { say } = useShared();
  const index = sections.findIndex((p) => p.key === here);
  return (
    <div className="stack stack-wide">
      <section className="card stack stack-wide" aria-labelledby="section-title">
        <h2 id="section-title">{service.form[here]?.title}</h2>
        <SectionProblems
          key={here}
          form={service.form}
          problems={problems.filter(
            ({ level, at }) =>
              level === 'block' && Object.hasOwn(service.form[here]?.fields ?? {}, String(at[0])),
          )}
          onGo={onGo}
        />
        <SectionFields section={here} service={service} derived={derived} />
        <div className="row form-flow-turn">
          {index > 0 ? (
            <Button icon="chevron-left" onPress={() => onTurn(sections[index - 1]?.key ?? here)}>
              {say('上一部分', 'Back')}
            </Button>
          ) : null}
          <span className="grow" />
          <Button variant="primary" size="large" onPress={() => onTurn(sections[index + 1]?.key ?? 'check')}>
            {index + 1 < sections.length
              ? say('下一部分', 'Next part')
              : say('核对并提交', 'Check and submit')}
          </Button>
        </div>
      </section>
      {children}
    </div>
  );
};
