import type { Service } from '@zhitongche/case';
import type { BriefView, CaseView } from '@zhitongche/contract';
import { Basis, Figures, Icon, Light, StationLine } from '@zhitongche/ui';
import { UrgentBadge } from '../case/StatusBadge.tsx';
import { type Exception, exceptionsHead, rulesSaid, type RulesSaid } from './exceptions.ts';
import './DecisionCard.css';

/** What a case comes to where its service has told nothing yet: a page kept on the device by an older program. */
const plain = ({ row }: CaseView): BriefView => ({
  sentence: row.title,
  under: [],
  figures: row.facts.slice(0, 3).map(({ label, value }) => ({ value, caption: label })),
});

/** What whoever decides must know, on one sheet: kind and unit, the sentence, three figures, one picture, the exceptions. */
export const DecisionCard = ({ view, service }: { readonly view: CaseView; readonly service: Service }) => {
  const { row } = view;
  const brief = view.brief ?? plain(view);
  const said = rulesSaid(view, service);
  return (
    <section className="decision-card" aria-label="要点">
      <p className="decision-kind">
        <span className="grow">
          {row.serviceName}，{row.unit}
        </span>
        <UrgentBadge row={row} />
        <Light row={row} />
      </p>
      <h2 className="decision-sentence">{brief.sentence}</h2>
      {brief.asked === undefined ? null : <p className="decision-asked">{brief.asked}</p>}
      {brief.under.length > 0 ? <p className="decision-under">{brief.under.join(' · ')}</p> : null}
      <Figures all={brief.figures} />
      {brief.line === undefined || brief.line.length === 0 ? null : (
        <StationLine
          label="路线"
          stations={brief.line.map(({ name, under, end }, i) => ({
            key: `${i} ${name}`,
            name,
            under,
            state: end ? 'end' : 'past',
          }))}
        />
      )}
      {said === null ? null : <Exceptions said={said} />}
    </section>
  );
};

const Exceptions = ({ said }: { readonly said: RulesSaid }) => {
  const { exceptions, hints, kept } = said;
  const others = `其余 ${kept} 条相符`;
  return exceptions.length === 0 ? (
    <p className="decision-clear">
      <Icon name="check" /> 0 处例外，{kept} 条规则相符
      {hints.length > 0 ? <span className="soft">，{hints.length} 条提示</span> : null}
    </p>
  ) : (
    <div className="decision-exceptions">
      <p className="decision-exceptions-head">
        <Icon name="flag" size="s" />
        <strong className="grow">{exceptionsHead(exceptions)}</strong>
        <span className="soft">{others}</span>
      </p>
      <ol>
        {exceptions.map((one) => (
          <One key={one.key} one={one} />
        ))}
      </ol>
    </div>
  );
};

const One = ({ one }: { readonly one: Exception }) => (
  <li className={one.grave ? 'decision-grave' : undefined}>
    {one.reason === undefined ? (
      one.what
    ) : (
      <>
        <strong>{one.what}。</strong>
        {one.reason}
      </>
    )}{' '}
    {one.basis ? <Basis basis={one.basis} /> : null}
  </li>
);
