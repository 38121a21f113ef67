import type { PolicyDef } from '@zhitongche/office';
import { useNavigate, useParams } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { newKey, useRead, useWrite, type Reply } from '@zhitongche/contract/web';
import { messageOf, Basis, Button, Hint, Notice, PageHeader } from '@zhitongche/ui';
import { useService } from '@zhitongche/form/web';
import { guidePhases } from './guide-phases.ts';
import './GuidePage.css';

type Policy = Reply<'policies'>[number];

/** The service guide (事项指南): all one should know before starting, with the figures in force today. */
export const GuidePage = () => {
  const { service: code } = useParams({ from: '/signed-in/hall/services/$service' });
  const service = useService(code);
  const services = useRead('services', {}, { staleTime: 300_000 });
  const policies = useRead('policies', { params: { service: code } }, { staleTime: 300_000 });
  const card = services.data?.find((s) => s.code === code);
  const { guide } = service;
  return (
    <>
      <PageHeader title={service.name} back={{ to: '/hall', label: '全部事项' }} intro={guide.what} />
      <div className="guide">
        <div className="guide-main">
          <Part title="办理条件" id="conditions">
            <ul className="guide-list">
              {guide.conditions.map((c) => (
                <li key={c}>{c}</li>
              ))}
            </ul>
          </Part>
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
                {guide.materials.map((m) => (
                  <tr key={m.name}>
                    <th scope="row">{m.name}</th>
                    <td>{m.form}</td>
                    <td>{m.note}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </Part>
          <Part title="办理流程" id="flow">
            <p className="soft">
              按人员职级、单位和任务，有的环节不经过；您的申报经过哪些，在申报页面上方看。
            </p>
            <ol className="guide-phases">
              {guidePhases(service.flow).map((p) => (
                <li key={p.phase}>
                  <strong>{p.phase}</strong>
                  <span className="soft guide-roads">
                    {p.roads.map(({ name, steps }) => (
                      <span key={name}>
                        {name === '' ? '' : `${name}：`}
                        {steps.join(' → ')}
                      </span>
                    ))}
                  </span>
                </li>
              ))}
            </ol>
          </Part>
          <Part title="预审规则" id="rules">
            <p className="soft">填写时会自动按这些规则检查，有问题会当场提示，并注明依据。</p>
            <details className="guide-more">
              <summary>共 {service.checks.length} 条，展开查看</summary>
              <ul className="guide-rules">
                {service.checks.map((c) => (
                  <li key={c.code}>
                    <span>{c.title}</span> <Basis basis={c.basis} />
                  </li>
                ))}
              </ul>
            </details>
          </Part>
          <Part title="办理依据" id="basis">
            <ul className="guide-list">
              {guide.basis.map((b) => (
                <li key={b}>{b}</li>
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
        <aside className="guide-side">
          <section className="card stack">
            <h2>时限和费用</h2>
            <dl className="guide-limits">
              {guide.timeLimits.map((t) => (
                <div key={t.step}>
                  <dt>{t.step}</dt>
                  <dd>
                    <Limit
                      text={t.text}
                      def={service.policies.find((d) => d.key === t.policy)}
                      now={policies.data?.find((p) => p.key === t.policy)}
                    />
                  </dd>
                </div>
              ))}
              <div>
                <dt>费用</dt>
                <dd>{guide.fee}</dd>
              </div>
            </dl>
            <Start
              code={code}
              mayFile={card?.mayFile ?? false}
              why={card?.why ?? ''}
              known={card !== undefined}
            />
          </section>
        </aside>
      </div>
    </>
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

/** A time limit with the figure in force at this office in its place, and where the figure comes from. */
const Limit = ({
  text,
  def,
  now,
}: {
  readonly text: string;
  readonly def: PolicyDef | undefined;
  readonly now: Policy | undefined;
}) => {
  if (!def) return text;
  const days = (now?.value ?? def.default).toString();
  const figure = `${days}${def.unit === '工作日' ? '个' : ''}${def.unit ?? ''}`;
  return (
    <>
      {text.replace('{}', figure)}{' '}
      <Hint word="来源" label={`${def.label}的来源`}>
        <p>{def.label}</p>
        <p>{now?.source || def.basis?.title}</p>
        {now?.validFrom ? <p className="soft">自 {now.validFrom} 起执行</p> : null}
        {def.unconfirmed && !now?.validFrom ? <p className="soft">这是默认值，待本办确认。</p> : null}
      </Hint>
    </>
  );
};

const Start = ({
  code,
  mayFile,
  why,
  known,
}: {
  readonly code: string;
  readonly mayFile: boolean;
  readonly why: string;
  readonly known: boolean;
}) => {
  const navigate = useNavigate();
  const create = useWrite('createCase', ['myCases']);
  if (!known) return null;
  if (!mayFile) return <Notice tone="warn">{why || '您的账户暂不能申报这个事项。'}</Notice>;
  const start = (): void =>
    create.mutate(
      { body: { service: code }, options: { key: newKey() } },
      { onSuccess: ({ id }) => void navigate({ to: '/hall/cases/$case/edit', params: { case: id } }) },
    );
  return (
    <>
      <Button
        variant="primary"
        size="large"
        pending={create.isPending}
        pendingText="正在准备"
        onPress={start}
      >
        开始申报
      </Button>
      {create.isError ? (
        <Notice tone="danger" live>
          {messageOf(create.error)}
        </Notice>
      ) : null}
      <p className="soft">随时可以停下，填写的内容自动保存在“我的申报”。</p>
    </>
  );
};
