import type { Json } from '@zhitongche/base';
import type { Service } from '@zhitongche/case';
import type { Answers } from '@zhitongche/form';
import { AnswerSheet, ComputedView } from '@zhitongche/form/web';
import { Link } from '@tanstack/react-router';
import { useShared } from '@zhitongche/ui';
import { PrintSheet } from '../case/PrintSheet.tsx';

/** The application as the office will read it, each section with the way back to it. */
export const WholeSheet = ({
  service,
  caseId,
  answers,
  derived,
}: {
  readonly service: Service;
  readonly caseId: string;
  readonly answers: Answers;
  /** What the service computes from the answers; undefined while its figures are not here. */
  readonly derived: Json | undefined;
}) => {
  const { say } = useShared();
  return (
    <section className="card sheet" aria-labelledby="sheet-title">
      <h2 id="sheet-title" className="sheet-title">
        {say(`${service.name}申报表`, service.name)}
      </h2>
      <PrintSheet caseId={caseId} />
      <AnswerSheet
        form={service.form}
        answers={answers}
        caseId={caseId}
        beside={(section) => (
          <Link
            className="no-print"
            to="/hall/cases/$case/edit"
            params={{ case: caseId }}
            search={{ s: section }}
          >
            {say('修改', 'Change')}
            <span className="visually-hidden">{service.form[section]?.title}</span>
          </Link>
        )}
        after={(section) =>
          derived === undefined
            ? null
            : service.computed
                .filter((c) => c.after === section)
                .map((c) => <ComputedView key={c.key} computed={c} derived={derived} />)
        }
      />
    </section>
  );
};
