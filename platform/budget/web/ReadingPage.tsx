import { useNavigate, useParams } from '@tanstack/react-router';
import { useRead, type Reply } from '@zhitongche/contract/web';
import { Async, sizeText, LinkButton, Notice, PageHeader } from '@zhitongche/ui';
import { BudgetHead } from './BudgetHead.tsx';
import { Workbench } from './Workbench.tsx';
import './Reading.css';

type Reading = Reply<'budgetReading'>;

/** Milliseconds between looks at a reading under way. */
const LOOK = 700;

/** A file being read, and once it is, everything to correct it before it is accepted. */
export const ReadingPage = () => {
  const { id = '' } = useParams({ strict: false });
  const navigate = useNavigate();
  const reading = useRead(
    'budgetReading',
    { params: { id } },
    {
      staleTime: Number.POSITIVE_INFINITY,
      refetchInterval: ({ state }) =>
        state.data === undefined || state.data.status === 'done' || state.data.status === 'failed'
          ? false
          : LOOK,
    },
  );
  return (
    <div className="desk-page budget-page">
      <Async query={reading}>
        {(own) =>
          own.result === null ? (
            <Progress reading={own} />
          ) : (
            <Workbench
              key={own.id}
              work={{
                id: own.id,
                revision: 0,
                published: false,
                source: own.source.name,
                prepared: false,
                model: own.result.model,
                findings: own.result.findings,
                settled: [],
                versions: [],
                mine: true,
              }}
              head={(model) => (
                <BudgetHead
                  id={own.id}
                  name={model.department.name}
                  year={model.year}
                  status="new"
                  source={own.source.name}
                />
              )}
              onSaved={() => void navigate({ to: '/desk/budget/$id', params: { id }, replace: true })}
              onReload={() => void navigate({ to: '/desk/budget/$id', params: { id }, replace: true })}
            />
          )
        }
      </Async>
    </div>
  );
};

const Progress = ({ reading }: { readonly reading: Reading }) => {
  const { source, status, share, problems } = reading;
  return (
    <>
      <PageHeader
        title={source.name}
        back={{ to: '/desk/budget', label: '部门预算' }}
        intro={sizeText(source.size)}
      />
      {status === 'failed' ? (
        <Notice tone="danger" live title="没有读成">
          {problems.map((problem) => (
            <p key={problem.code}>
              {problem.message} {problem.todo}
            </p>
          ))}
          <LinkButton to="/desk/budget">换一个文件</LinkButton>
        </Notice>
      ) : (
        <section className="card stack" aria-label="读取进度">
          <p aria-live="polite">{status === 'waiting' ? '排队中，前面还有文件在读……' : '正在读取……'}</p>
          <progress className="reading-progress" value={share} aria-label="读取进度" />
          <p className="soft">可以离开本页，读完后在“部门预算”里继续。</p>
        </section>
      )}
    </>
  );
};
