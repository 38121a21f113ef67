import type { Service } from '@zhitongche/case';
import type { CaseView } from '@zhitongche/contract';
import { instantShort } from '@zhitongche/ui';
import { useState } from 'react';
import { opinionsHead, opinionsOf } from './opinions.ts';
import './OpinionsPanel.css';

const FIRST = 3;

/** What was said so far, the newest first: who, from where, when, in which words. */
export const OpinionsPanel = ({
  view,
  service,
  className = 'panel',
}: {
  readonly view: CaseView;
  readonly service: Service;
  readonly className?: string;
}) => {
  const [whole, setWhole] = useState(false);
  const all = opinionsOf(view, service);
  if (all.length === 0) return null;
  return (
    <section className={className} aria-labelledby="opinions-title">
      <h2 id="opinions-title">
        意见 <span className="soft opinions-sum">{opinionsHead(all)}</span>
      </h2>
      <ol className="opinions">
        {(whole ? all : all.slice(0, FIRST)).map((one) => (
          <li key={one.key} className="opinion-said">
            <span className="opinion-face" aria-hidden="true">
              {one.name.slice(0, 1)}
            </span>
            <p className="opinion-who">
              <strong>{one.name}</strong>
              <span className="soft grow">
                {one.org}
                {one.org !== '' && one.step !== '' ? '，' : ''}
                {one.step}
              </span>
              <time className="soft" dateTime={one.at}>
                {instantShort(one.at)}
              </time>
            </p>
            <p className={one.against ? 'opinion-words opinion-against' : 'opinion-words'}>
              {one.words === '' ? one.verb : one.against ? `${one.verb}：${one.words}` : one.words}
            </p>
          </li>
        ))}
      </ol>
      {all.length > FIRST ? (
        <button type="button" className="opinions-all" onClick={() => setWhole(!whole)}>
          {whole ? '收起' : `全部 ${all.length} 条`}
        </button>
      ) : null}
    </section>
  );
};
