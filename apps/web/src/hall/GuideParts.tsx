import type { Service } from '@zhitongche/case';
import { Basis, RuleLink, useShared } from '@zhitongche/ui';
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
  const { say } = useShared();
  const { guide } = service;
  return (
    <div className="guide-main">
      <Part title={say('办理条件', 'Conditions')} id="conditions">
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
      <Part title={say('办理依据', 'By which rules')} id="basis">
        <ul className="guide-list">
          {guide.basis.map((b) => (
            <li key={b}>
              <RuleLink title={b} />
            </li>
          ))}
        </ul>
      </Part>
      <Part title={say('常见问题', 'Questions')} id="questions">
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

const Materials = ({ materials }: { readonly materials: Service['guide']['materials'] }) => {
  const { say } = useShared();
  return (
    <Part title={say('申报材料', 'What to bring')} id="materials">
      <table className="guide-table">
        <thead>
          <tr>
            <th scope="col">{say('材料', 'What')}</th>
            <th scope="col">{say('形式', 'Form')}</th>
            <th scope="col">{say('说明', 'Note')}</th>
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
};

const Phases = ({ flow }: { readonly flow: Service['flow'] }) => {
  const { say } = useShared();
  const phases = guidePhases(flow);
  const named = phases.flatMap(({ roads }) => roads.filter(({ name }) => name !== ''));
  return (
    <Part title={say('办理流程', 'Steps')} id="flow">
      <p className="soft">
        {say(
          '按人员职级、单位和任务，有的环节不经过；您的申报经过哪些，在申报页面上方看。',
          'Not every matter passes all of them; your own way stands above your matter.',
        )}
      </p>
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
          <summary>
            {say(
              `${named.map(({ name }) => name).join('、')}的流程`,
              named.map(({ name }) => name).join(', '),
            )}
          </summary>
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

const HAN = /\p{Script=Han}/u;

const Rules = ({ checks: all }: { readonly checks: Service['checks'] }) => {
  const { say, language } = useShared();
  // What is asked of clerks of units has no English: it concerns nobody who reads it.
  const checks = language === 'zh' ? all : all.filter(({ title }) => !HAN.test(title));
  return (
    <Part title={say('预审规则', 'What is checked')} id="rules">
      <p className="soft">
        {say(
          '填写时会自动按这些规则检查，有问题会当场提示，并注明依据。',
          'Checked as you type: you are told at once, and by which rule.',
        )}
      </p>
      <details className="guide-more">
        <summary>{say(`共 ${checks.length} 条，展开查看`, `${checks.length} rules`)}</summary>
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
};
