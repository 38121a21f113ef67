import { usePolicyReader } from '@zhitongche/form/web';
import { StationLine } from '@zhitongche/ui';
import { useEffect, useRef } from 'react';
import type { CaseParts } from './CaseFrame.tsx';
import { courseOf, promisedBy } from './course.ts';
import { roadAhead } from './road-ahead.ts';
import './CourseLine.css';

/** The course of a case, drawn: where it came from, whose turn, what may follow, and until when. */
export const CourseLine = ({ view, service }: Pick<CaseParts, 'view' | 'service'>) => {
  const policy = usePolicyReader(service);
  const strip = useRef<HTMLElement>(null);
  useEffect(() => {
    const now = strip.current?.querySelector<HTMLElement>('[aria-current]');
    // A long road opens where it stands, not at its beginning.
    if (strip.current && now) strip.current.scrollLeft = now.offsetLeft - strip.current.clientWidth / 2;
  }, [view.state.step]);
  const { state } = view;
  if (state.status === 'draft') return null;
  const promised = promisedBy(state);
  return (
    <section className="course" aria-label="办理路线" ref={strip}>
      <StationLine
        label="经过的环节和接下来的环节"
        stations={courseOf(view, service, policy ? roadAhead(service, state, policy) : [])}
      />
      {promised === '' ? null : <p className="soft course-promise">{promised}</p>}
    </section>
  );
};
