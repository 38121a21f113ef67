import type { CaseView } from '@zhitongche/contract';
import { useState } from 'react';
import './PeopleList.css';

const FIRST = 6;

/** Whom the matter is about, one line each. */
export const PeopleList = ({
  view,
  className = 'panel',
}: {
  readonly view: CaseView;
  readonly className?: string;
}) => {
  const [whole, setWhole] = useState(false);
  const people = view.brief?.people;
  if (!people || people.all.length === 0) return null;
  const { title, unit, all } = people;
  return (
    <section className={className} aria-labelledby="people-title">
      <h2 id="people-title">
        {title}{' '}
        <span className="soft people-many">
          {all.length} {unit}
        </span>
      </h2>
      <ol className="people">
        {(whole ? all : all.slice(0, FIRST)).map(({ name, post, note }, i) => (
          <li key={`${i} ${name}`}>
            <strong>{name}</strong>
            <span className="grow">{post}</span>
            {note === undefined ? null : <span className="soft">{note}</span>}
          </li>
        ))}
      </ol>
      {all.length > FIRST ? (
        <button type="button" className="people-all" onClick={() => setWhole(!whole)}>
          {whole ? '收起' : `全部 ${all.length} ${unit}`}
        </button>
      ) : null}
    </section>
  );
};
