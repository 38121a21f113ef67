import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { tenThousands } from '@zhitongche/budget';
import { type Reply, urlOf, useRead } from '@zhitongche/contract/web';
import {
  Async,
  Badge,
  DataTable,
  dayText,
  DownloadButton,
  Empty,
  Figures,
  Notice,
  PageHeader,
  SelectField,
  useToday,
} from '@zhitongche/ui';
import { CeilingBehind } from './CeilingBehind.tsx';
import { readExecutionSearch } from './execution-search.ts';
import { PublicExpenses } from './PublicExpenses.tsx';
import { standingWords } from './standing-words.ts';

type Told = Reply<'execution'>;
type Ceiling = Told['ceilings'][number];

/** 支出进度: each ceiling against what is paid, kept back and planned, by a day; each opens what its figures are made of. */
export const ExecutionPage = () => {
  const search = readExecutionSearch(useSearch({ strict: false }));
  const today = useToday();
  const navigate = useNavigate();
  const year = search.year ?? Number(today.slice(0, 4));
  const when = { year, ...(search.day ? { day: search.day } : {}) };
  const told = useRead('execution', { query: when });
  const days = [3, 6, 10, 12].map(
    (month) => `${year}-${String(month).padStart(2, '0')}-${month === 6 ? '30' : '31'}`,
  );
  const go = (more: Readonly<Record<string, unknown>>): void =>
    void navigate({ to: '/desk/execution', search: readExecutionSearch({ ...search, ...more }) });
  return (
    <div className="desk-page stack">
      <PageHeader
        title="支出进度"
        back={{ to: '/desk/budget', label: '部门预算' }}
        intro="额度、已支出、预留、剩余和支付计划，都由支出台账逐笔合成；点开一项，看是哪些支出。"
      >
        <SelectField
          id="execution-year"
          label="年度"
          required
          options={[year + 1, year, year - 1].map((one) => [String(one), `${one}年`] as const)}
          value={String(year)}
          onChange={(value) => go({ year: Number(value), day: undefined, open: undefined })}
        />
        <SelectField
          id="execution-day"
          label="截至"
          required
          options={[
            ['', year === Number(today.slice(0, 4)) ? '今天' : '年底'] as const,
            ...days.map((day) => [day, dayText(day)] as const),
          ]}
          value={search.day ?? ''}
          onChange={(value) => go({ day: value === '' ? undefined : value })}
        />
        <DownloadButton href={urlOf('executionPaper', { params: { paper: 'progress' }, query: when })}>
          支出进度表
        </DownloadButton>
        <DownloadButton href={urlOf('executionPaper', { params: { paper: 'public-expenses' }, query: when })}>
          三公月报
        </DownloadButton>
      </PageHeader>
      <Async query={told}>
        {(data) => (
          <>
            <Uncounted told={data} />
            <Overview told={data} />
            {data.ceilings.length === 0 ? (
              <Empty
                icon="table"
                title={`${year}年还没有登记额度`}
                text="财务人员在“指标额度”登记或导入后，这里按额度统计。"
              />
            ) : (
              <DataTable
                label="额度"
                rows={data.ceilings}
                keyOf={({ id }) => id}
                columns={columnsFor(search)}
              />
            )}
            {search.open ? (
              <CeilingBehind
                id={search.open}
                when={when}
                dates={data.ceilings.find(({ id }) => id === search.open)?.dates ?? []}
              />
            ) : null}
            <PublicExpenses told={data} />
          </>
        )}
      </Async>
    </div>
  );
};

/** What counts nowhere stands first: it is never left out in silence. */
const Uncounted = ({ told: { waiting, uncovered, linesIn } }: { readonly told: Told }) =>
  waiting.count === 0 && uncovered.count === 0 ? null : (
    <Notice tone="warn" title="有支出没有计入额度">
      {waiting.count > 0 ? (
        <p>
          <Link to="/desk/kept/$register" params={{ register: linesIn ?? '' }} search={{ stage: 'queue' }}>
            待归类 {waiting.count} 笔、{tenThousands(waiting.amount)}万元
          </Link>
          ，归类后才计入。
        </p>
      ) : null}
      {uncovered.count > 0 ? (
        <p>
          已入账的有 {uncovered.count} 笔、{tenThousands(uncovered.amount)}万元不在任何一项额度里。
        </p>
      ) : null}
    </Notice>
  );

const Overview = ({ told }: { readonly told: Told }) => (
  <Figures
    all={[
      { value: tenThousands(told.spent), unit: '万元', caption: `截至${dayText(told.day)}已入账` },
      ...(['red', 'yellow'] as const).map((light) => ({
        value: String(told.ceilings.filter((one) => one.light === light).length),
        unit: '项',
        caption: light === 'red' ? '红灯' : '黄灯',
      })),
    ]}
  />
);

const yuan = (text: string | null): string => (text === null ? '—' : tenThousands(text));
const share = (text: string | null): string => (text === null ? '—' : `${text}%`);

const columnsFor = (
  search: ReturnType<typeof readExecutionSearch>,
): Parameters<typeof DataTable<Ceiling>>[0]['columns'] => [
  {
    key: 'name',
    label: '额度（万元）',
    cell: (one) => (
      <Link
        to="/desk/execution"
        search={{ ...search, open: one.id }}
        replace
        {...(search.open === one.id ? { 'aria-current': 'true' as const } : {})}
      >
        {one.name}
      </Link>
    ),
  },
  {
    key: 'light',
    label: '情况',
    tight: true,
    cell: (one) => {
      const [tone, words] = standingWords(one);
      return <Badge tone={tone}>{words}</Badge>;
    },
  },
  { key: 'amount', label: '额度', figure: true, tight: true, cell: (one) => yuan(one.amount) },
  { key: 'spent', label: '已支出', figure: true, tight: true, cell: (one) => yuan(one.spent) },
  { key: 'paid', label: '支出率', figure: true, tight: true, cell: (one) => share(one.paid) },
  { key: 'planned', label: '计划', figure: true, tight: true, cell: (one) => share(one.planned) },
  { key: 'points', label: '差（点）', figure: true, tight: true, cell: (one) => one.points ?? '—' },
  { key: 'gap', label: '差额', figure: true, tight: true, cell: (one) => yuan(one.gap) },
  { key: 'reserved', label: '预留', figure: true, tight: true, cell: (one) => yuan(one.reserved) },
  { key: 'left', label: '剩余', figure: true, tight: true, cell: (one) => yuan(one.left) },
  {
    key: 'forecast',
    label: '预计全年',
    figure: true,
    tight: true,
    cell: (one) => (
      <span title={one.forecastBy}>{one.forecast === null ? '暂不预测' : yuan(one.forecast)}</span>
    ),
  },
];
