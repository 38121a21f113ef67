import type { Service } from '@zhitongche/case';
import { Basis, RuleLink } from '@zhitongche/ui';
import type { ReactNode } from 'react';
import type { Reply } from '@zhitongche/contract/web';
import { type Decider, guideDeciders } from './guide-deciders.ts';
import { guidePhases } from './guide-phases.ts';

/** All parts of a service's guide, in the order one asks: may I, with what, by whom, by which rules. */
export const GuideParts = ({
  service,
  figures,
}: {
  readonly service: Service;
  /** Figures in force today, as far as they are known. */
  readonly figures: Reply<'policies'>;
}) => {
  const { guide } = service;
  return (
    <div className="guide-main">
      <Part title="办理条件" id="conditions">
        <ul className="guide-list">
          {guide.conditions.map((c) => (
            <li key={c}>{c}</li>
          ))}
        </ul>
      </Part>
      <Materials materials={guide.materials} />
      <Deciders deciders={guideDeciders(service, figures)} />
      <Phases flow={service.flow} />
      <Rules checks={service.checks} />
      <Part title="办理依据" id="basis">
        <ul className="guide-list">
          {guide.basis.map((b) => (
            <li key={b}>
              <RuleLink title={b} />
            </li>
          ))}
        </ul>
      </Part>
      <Part title="常见问题" id="questions">
        {guide.questions.map((q) => (
          <details key={q.q} className="guide-more">
            <summary>{q.q}</summary>
            <p>{q.a}</p>
          </details>
        ))}
      </Part>
    </div>
  );
};

const Part = ({
  title,
  id,
  children,
}: {
  readonly title: string;
  readonly id: string;
  readonly children: ReactNode;
}) => (
  <section className="guide-part" aria-labelledby={id}>
    <h2 id={id}>{title}</h2>
    {children}
  </section>
);

const Materials = ({ materials }: { readonly materials: Service['guide']['materials'] }) => (
  <Part title="申报材料" id="materials">
    <table className="guide-table">
      <thead>
        <tr>
          <th scope="col">材料</th>
          <th scope="col">形式</th>
          <th scope="col">说明</th>
        </tr>
      </thead>
      <tbody>
        {materials.map((m) => (
          <tr key={m.name}>
            <th scope="row">{m.name}</th>
            <td>{m.form}</td>
            <td>{m.note}</td>
          </tr>
        ))}
      </tbody>
    </table>
  </Part>
);

const Phases = ({ flow }: { readonly flow: Service['flow'] }) => {
  const phases = guidePhases(flow);
  const named = phases.flatMap(({ roads }) => roads.filter(({ name }) => name !== ''));
  return (
    <Part title="办理流程" id="flow">
      <p className="soft">按人员职级、单位和任务，有的环节不经过；您的申报经过哪些，在申报页面上方看。</p>
      <ol className="guide-phases">
        {phases.map(({ phase, roads }) => {
          const road = roads.find(({ name }) => name === '');
          return road ? (
            <li key={phase}>
              <strong>{phase}</strong>
              <Steps steps={road.steps} />
            </li>
          ) : null;
        })}
      </ol>
      {named.length > 0 ? (
        <details className="guide-more">
          <summary>{named.map(({ name }) => name).join('、')}的流程</summary>
          <ol className="guide-phases guide-named">
            {named.map(({ name, steps }) => (
              <li key={name}>
                <strong>{name}</strong>
                <Steps steps={steps} />
              </li>
            ))}
          </ol>
        </details>
      ) : null}
    </Part>
  );
};

const Steps = ({ steps }: { readonly steps: readonly string[] }) => (
  <ol className="guide-steps">
    {steps.map((step) => (
      <li key={step}>{step}</li>
    ))}
  </ol>
);

const Deciders = ({ deciders }: { readonly deciders: readonly Decider[] }) =>
  deciders.length === 0 ? null : (
    <Part title="谁审批" id="deciders">
      <dl className="guide-deciders">
        {deciders.map(({ who, text }) => (
          <div key={text}>
            <dt>{who}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
    </Part>
  );

const Rules = ({ checks }: { readonly checks: Service['checks'] }) => (
  <Part title="预审规则" id="rules">
    <p className="soft">填写时会自动按这些规则检查，有问题会当场提示，并注明依据。</p>
    <details className="guide-more">
      <summary>共 {checks.length} 条，展开查看</summary>
      <ul className="guide-rules">
        {checks.map((c) => (
          <li key={c.code}>
            <span>{c.title}</span> <Basis basis={c.basis} />
          </li>
        ))}
      </ul>
    </details>
  </Part>
);
