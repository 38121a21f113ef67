import { Link } from '@tanstack/react-router';
import type { Reply } from '@zhitongche/contract/web';
import { Badge, dayText, Empty, type Tone } from '@zhitongche/ui';
import './Indicators.css';

type Told = Reply<'indicators'>;
type Line = Told['lines'][number];

const TONES: Readonly<Record<string, Tone>> = { green: 'ok', yellow: 'warn', red: 'danger' };
const WAYS: Readonly<Record<Line['way'], string>> = {
  computed: '由办件计算',
  review: '需人复核',
  survey: '由问卷',
  evidence: '由证明材料',
};

/** Lines of a budget, project by project. */
export const IndicatorTable = ({ told, lines }: { readonly told: Told; readonly lines: readonly Line[] }) => {
  const projects = [...new Set(lines.map(({ project, code }) => `${project}\n${code}`))];
  if (lines.length === 0) return <Empty icon="chart" title="没有这样的指标" text="换一种看法，或看全部。" />;
  return (
    <div className="stack">
      {projects.map((key) => {
        const own = lines.filter(({ project, code }) => `${project}\n${code}` === key);
        const [name = '', code = ''] = key.split('\n');
        return (
          <section key={key} className="card indicators-project" aria-label={name}>
            <h2 className="indicators-title">
              {name || '没有写项目名称'}
              {code ? <span className="indicators-soft">{code}</span> : null}
            </h2>
            <table className="indicators">
              <thead>
                <tr>
                  <th scope="col">指标</th>
                  <th scope="col">目标</th>
                  <th scope="col">现在</th>
                  <th scope="col">情况</th>
                  <th scope="col">预计全年</th>
                </tr>
              </thead>
              <tbody>
                {own.map((line) => (
                  <Row key={line.name} told={told} line={line} />
                ))}
              </tbody>
            </table>
          </section>
        );
      })}
    </div>
  );
};

const Row = ({ told, line }: { readonly told: Told; readonly line: Line }) => (
  <tr>
    <th scope="row">
      <span className="indicators-name">{line.name}</span>
      <span className="indicators-soft">
        {line.level2}
        {line.level2 ? '｜' : ''}
        <How told={told} line={line} />
      </span>
    </th>
    <td data-label="目标">
      {line.targets.map(({ scope, shown }) => (
        <span key={scope} className="indicators-line">
          {line.targets.length > 1 ? <span className="indicators-soft-inline">{scope} </span> : null}
          {shown || '没有印目标'}
        </span>
      ))}
    </td>
    <td data-label="现在">
      <Now told={told} line={line} />
    </td>
    <td data-label="情况">
      {line.whole ? null : <Badge tone="warn">正在统计以前的件</Badge>}
      {line.light ? <Badge tone={TONES[line.light.light] ?? 'idle'}>{line.light.words}</Badge> : null}
    </td>
    <td data-label="预计全年" className="indicators-figure">
      {line.forecast ?? ''}
    </td>
  </tr>
);

/** How the line is answered, and the way to say it otherwise. */
const How = ({ told: { bindingsIn }, line }: { readonly told: Told; readonly line: Line }) => {
  const words = WAYS[line.way];
  if (line.binding !== null && bindingsIn !== null)
    return (
      <Link to="/desk/kept/$register/$row" params={{ register: bindingsIn, row: line.binding }}>
        {words}
      </Link>
    );
  return <>{line.state === 'proposed' ? `建议${words}：${line.reason}` : `未绑定：${line.reason}`}</>;
};

/** Where it stands: its figure leading to what it is counted from, what people found, what it waits for. */
const Now = ({ told, line }: { readonly told: Told; readonly line: Line }) => {
  const { budget, judgementsIn } = told;
  if (line.finding)
    return (
      <span className="indicators-soft">
        {line.finding.message}
        {line.finding.todo} <Bind told={told} line={line} />
      </span>
    );
  if (line.waits)
    return (
      <span className="indicators-soft">
        等{line.waits} <Bind told={told} line={line} />
      </span>
    );
  const value = line.value === null ? null : <Value told={told} line={line} value={line.value} />;
  if (line.way !== 'review' && line.way !== 'evidence')
    return value ?? <span className="indicators-soft">{budget?.own ? '您看不到它取自的件' : '不计'}</span>;
  return (
    <>
      {value}
      {line.judgement && judgementsIn !== null ? (
        <Link
          to="/desk/kept/$register/$row"
          params={{ register: judgementsIn, row: line.judgement.id }}
          className="indicators-line"
        >
          {line.judgement.verdict}
          <span className="indicators-soft">
            {line.judgement.judge}，{dayText(line.judgement.day)}
            {line.judgement.list ? `，按${line.judgement.list}` : ''}
            {line.judgement.evidence ? `，${line.judgement.evidence}` : ''}
            {line.judgement.lastYear ? `；${line.judgement.lastYear}` : ''}
          </span>
        </Link>
      ) : (
        <Judge told={told} line={line} />
      )}
    </>
  );
};

const Value = ({
  told: { budget },
  line: { measure, ceiling },
  value,
}: {
  readonly told: Told;
  readonly line: Line;
  readonly value: string;
}) => {
  if (!budget || (!measure && !ceiling)) return value;
  return measure ? (
    <Link
      to="/insight/measures/$measure"
      params={{ measure: measure.code }}
      search={{ from: `${budget.year}-01-01`, until: budget.day }}
      className="indicators-value"
      title={measure.name}
    >
      {value}
    </Link>
  ) : (
    <Link
      to="/desk/execution"
      search={{ year: budget.year, ...(ceiling ? { open: ceiling.id } : {}) }}
      className="indicators-value"
      title={ceiling?.name ?? ''}
    >
      {value}
    </Link>
  );
};

/** What is known of a line where a row about it is begun. */
const lineAnswers = ({ budget }: Told, line: Line) => ({
  year: budget?.year ?? 0,
  department: budget?.department ?? '',
  project: line.project,
  ...(line.code ? { code: line.code } : {}),
  name: line.name,
});

/** The way to say of a line what a machine must not guess. */
const Bind = ({ told, line }: { readonly told: Told; readonly line: Line }) =>
  told.bindingsIn === null || !told.budget?.own || line.binding !== null ? null : (
    <Link
      to="/desk/kept/$register/new"
      params={{ register: told.bindingsIn }}
      state={{
        given: {
          ...lineAnswers(told, line),
          target: line.targets.at(-1)?.raw ?? '',
          way: line.way,
          ...(line.measure ? { measure: line.measure.code } : {}),
          reason: line.reason,
        },
      }}
    >
      逐条绑定
    </Link>
  );

/** The way to put down what was found of a line. */
const Judge = ({ told, line }: { readonly told: Told; readonly line: Line }) =>
  told.judgementsIn === null || !told.budget?.own || line.state !== 'bound' ? (
    <span className="indicators-soft">还没有评判</span>
  ) : (
    <Link
      to="/desk/kept/$register/new"
      params={{ register: told.judgementsIn }}
      state={{ given: { ...lineAnswers(told, line), way: line.way } }}
    >
      记一次评判
    </Link>
  );
