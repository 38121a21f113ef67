import type { CaseState, Service } from '@zhitongche/case';
import { usePolicyReader } from '@zhitongche/form/web';
import { dayIn, dayOf, dayShort, useShared } from '@zhitongche/ui';
import { phasesOf } from './phases.ts';
import { roadAhead } from '../../case/road-ahead.ts';

/** How far the case has come, phase by phase, and what lies before it as things stand. */
export const PhaseBar = ({ service, state }: { readonly service: Service; readonly state: CaseState }) => {
  const { say } = useShared();
  const policy = usePolicyReader(service);
  const phases = phasesOf(service, state, policy ? roadAhead(service, state, policy) : []);
  if (phases.length === 0) return null;
  return (
    <section className="card" aria-label={say('办理进度', 'Progress')}>
      <ol className="phases">
        {phases.map((p) => (
          <li
            key={p.name}
            className={`phase phase-${p.state}`}
            {...(p.state === 'current' ? { 'aria-current': 'step' } : {})}
          >
            <span className="phase-name">{p.name}</span>
            {p.step ? <span>{p.step}</span> : null}
            {p.at ? (
              <span className="soft">{say(dayShort(dayOf(p.at)), dayIn('en', dayOf(p.at)))}</span>
            ) : null}
          </li>
        ))}
      </ol>
    </section>
  );
};
