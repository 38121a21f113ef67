import { awaitsDecision, requestDecided, type Service } from '@zhitongche/case';
import { fieldAt } from '@zhitongche/form';
import type { Problem } from '@zhitongche/base';
import type { CaseView } from '@zhitongche/contract';
import { Badge, Basis, Icon } from '@zhitongche/ui';
import { knownState } from '@zhitongche/form/web';
import '../case/CasePanels.css';

const LEVELS = {
  block: { label: '不符合', tone: 'danger' },
  warn: { label: '需留意', tone: 'warn' },
  info: { label: '提示', tone: 'info' },
} as const;
const ORDER = ['block', 'warn', 'info'] as const;

/** What the checks say about the answers as they are now, the grave ones first, each with its basis and what the applicant said; nothing once the matter is decided; then of a change or extension while that is. */
export const ChecksPanel = ({
  view,
  service,
  className = 'panel',
}: {
  readonly view: CaseView;
  readonly service: Service;
  readonly className?: string;
}) => {
  const problems = ORDER.flatMap((level) => view.problems.filter((p) => p.level === level));
  const state = knownState(service, view);
  const request = requestDecided(service, state);
  if (!request && !awaitsDecision(service, state)) return null;
  const form = request?.extra.form ?? service.form;
  const rules = request ? (request.extra.checks ?? []) : service.checks;
  const explained = (p: Problem): string | undefined => view.state.explanations[p.code];
  return (
    <section className={className} aria-labelledby="checks-title">
      <h2 id="checks-title">
        {request ? `${request.extra.title}：规则复核` : '预审'}{' '}
        {problems.length > 0 ? (
          <Badge tone={LEVELS[problems[0]?.level ?? 'info'].tone}>{problems.length}</Badge>
        ) : null}
      </h2>
      {problems.length === 0 ? (
        <p className="checks-clear">
          <Icon name="check-circle" /> {rules.length} 条规则全部通过
        </p>
      ) : (
        <ul className="checks">
          {problems.map((p) => (
            <li key={`${p.code} ${p.at.join('.')} ${p.message}`} className="check-item">
              <Badge tone={LEVELS[p.level].tone}>{LEVELS[p.level].label}</Badge>
              <div>
                <p>
                  {p.message} {p.basis ? <Basis basis={p.basis} /> : null}
                </p>
                {p.at.length > 0 ? <p className="soft">{fieldAt(form, p.at)?.words}</p> : null}
                {explained(p) === undefined ? null : <p className="check-said">申报人说明：{explained(p)}</p>}
              </div>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
};
