import { useNavigate, useSearch } from '@tanstack/react-router';
import { BUDGET_WRITERS } from '@zhitongche/access';
import { type Reply, urlOf, useRead, useWrite } from '@zhitongche/contract/web';
import { useMe } from '@zhitongche/shell/web';
import {
  Async,
  Button,
  dayText,
  DownloadButton,
  Empty,
  Figures,
  Notice,
  PageHeader,
  Refusal,
  SelectField,
  toast,
} from '@zhitongche/ui';
import { IndicatorTable } from './IndicatorTable.tsx';
import { isShown, readIndicatorSearch, SHOWS, type Shows } from './indicator-search.ts';

type Told = Reply<'indicators'>;

/** 绩效指标: every published target of a budget with how it is answered, where it stands, and what is foretold. */
export const IndicatorsPage = () => {
  const search = readIndicatorSearch(useSearch({ strict: false }));
  const told = useRead('indicators', { query: search.budget ? { budget: search.budget } : {} });
  return <Async query={told}>{(data) => <Indicators told={data} show={search.show ?? 'all'} />}</Async>;
};

const Indicators = ({ told, show }: { readonly told: Told; readonly show: Shows }) => {
  const navigate = useNavigate();
  const { budget, budgets } = told;
  const go = (next: { readonly budget?: string; readonly show?: Shows }): void =>
    void navigate({
      to: '/desk/indicators',
      search: readIndicatorSearch({ ...(budget ? { budget: budget.id } : {}), show, ...next }),
    });
  return (
    <div className="desk-page stack">
      <PageHeader
        title="绩效指标"
        back={{ to: '/desk/budget', label: '部门预算' }}
        intro={
          budget
            ? `${budget.department}${budget.year}年预算${budget.published ? '' : '（草稿）'}第${budget.revision}版，截至${dayText(budget.day)}；数按您看得到的件计，点开看是哪些件。`
            : '公开预算里的每条指标，由什么作答、今天是多少、预计年底多少。'
        }
      >
        {budget ? (
          <>
            <SelectField
              id="indicator-budget"
              label="预算"
              required
              options={budgets.map(({ id, department, year }) => [id, `${year}年${department}`] as const)}
              value={budget.id}
              onChange={(value) => go({ budget: value })}
            />
            <SelectField
              id="indicator-show"
              label="看哪些"
              required
              options={Object.entries(SHOWS)}
              value={show}
              onChange={(value) => go({ show: value as Shows })}
            />
            <DownloadButton href={urlOf('indicatorSheet', { params: { id: budget.id, format: 'pdf' } })}>
              打印
            </DownloadButton>
            <DownloadButton href={urlOf('indicatorSheet', { params: { id: budget.id, format: 'xlsx' } })}>
              导出
            </DownloadButton>
          </>
        ) : null}
      </PageHeader>
      {budget ? (
        <>
          {budget.own ? null : (
            <Notice tone="info" title="这不是本单位的预算">
              <p>只看每条可以由什么作答；它的办件不在这里，不计数。</p>
            </Notice>
          )}
          <Overview counts={told.counts} />
          <BindAll told={told} id={budget.id} />
          <IndicatorTable told={told} lines={told.lines.filter((line) => isShown(line, show))} />
        </>
      ) : (
        <Empty icon="chart" title="还没有预算" text="在“部门预算”读入或编制一份，它的绩效指标就列在这里。" />
      )}
    </div>
  );
};

const Overview = ({ counts }: Pick<Told, 'counts'>) => (
  <Figures
    all={(
      [
        [counts.computed, '由办件'],
        [counts.review, '由人复核'],
        [counts.survey, '由问卷'],
        [counts.evidence, '由材料'],
        [counts.proposed, '建议'],
        [counts.unbound, '未绑定'],
      ] as const
    ).map(([value, caption]) => ({ value: String(value), unit: '条', caption }))}
  />
);

/** Takes every proposal that needs no further word, at once. */
const BindAll = ({
  told: { lines, budget, bindingsIn },
  id,
}: {
  readonly told: Told;
  readonly id: string;
}) => {
  const me = useMe();
  const { mutateAsync, isPending, error } = useWrite('bindIndicators', ['indicators']);
  const all = lines.filter(({ takes }) => takes);
  const writes = me.grants.some(({ role }) => BUDGET_WRITERS.some((own) => own === role));
  if (!writes || !budget?.own || bindingsIn === null || all.length === 0) return null;
  const bind = async (): Promise<void> => {
    try {
      const { bound } = await mutateAsync({
        params: { id },
        body: { lines: all.map(({ project, code, name }) => ({ project, code, name })) },
      });
      toast(`已绑定${bound}条`);
    } catch {
      // What was refused is said beside the button.
    }
  };
  return (
    <div className="stack">
      <Notice tone="info" title={`${all.length}条可以照建议绑定`}>
        <p>绑定后由办件、问卷或材料作答；每条的理由写在它的名称下面，以后可以逐条改。</p>
        <Button variant="primary" pending={isPending} onPress={() => void bind()}>
          照建议绑定{all.length}条
        </Button>
      </Notice>
      {error ? <Refusal error={error} /> : null}
    </div>
  );
};
