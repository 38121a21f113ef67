import type { Json } from '@zhitongche/base';
import type { Service } from '@zhitongche/case';
import { SectionFields, type SectionProgress } from '@zhitongche/form/web';
import { Button } from '@zhitongche/ui';

/** One section of the application with its questions, and the buttons to the one before and after. */
export const FormSection = ({
  service,
  sections,
  here,
  derived,
  onTurn,
}: {
  readonly service: Service;
  readonly sections: readonly SectionProgress[];
  /** Key of the section shown. */
  readonly here: string;
  readonly derived: Json | undefined;
  readonly onTurn: (section: string) => void;
}) => {
  const index = sections.findIndex((p) => p.key === here);
  return (
    <section className="card stack stack-wide" aria-labelledby="section-title">
      <h2 id="section-title">{service.form[here]?.title}</h2>
      <SectionFields section={here} service={service} derived={derived} />
      <div className="row form-flow-turn">
        {index > 0 ? (
          <Button icon="chevron-left" onPress={() => onTurn(sections[index - 1]?.key ?? here)}>
            上一部分
          </Button>
        ) : null}
        <span className="grow" />
        <Button variant="primary" size="large" onPress={() => onTurn(sections[index + 1]?.key ?? 'check')}>
          {index + 1 < sections.length ? '下一部分' : '核对并提交'}
        </Button>
      </div>
    </section>
  );
};
