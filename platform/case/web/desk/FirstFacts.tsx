import type { Service } from '@zhitongche/case';
import type { CaseView } from '@zhitongche/contract';
import { factsInOrder } from './first-facts.ts';
import './FirstFacts.css';

/** What whoever decides must know first: the matter in one sentence, and the few figures it turns on. */
export const FirstFacts = ({ view, service }: { readonly view: CaseView; readonly service: Service }) => {
  const { sentence, first } = factsInOrder(view, service);
  if (sentence === '' && first.length === 0) return null;
  return (
    <div className="first-facts">
      {sentence === '' ? null : <p className="first-sentence">{sentence}</p>}
      {first.length === 0 ? null : (
        <dl className="first-figures">
          {first.map(({ label, value, note }) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{value}</dd>
              {note === undefined ? null : <dd className="fact-note">{note}</dd>}
            </div>
          ))}
        </dl>
      )}
    </div>
  );
};
