import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { type Reply, useRead } from '@zhitongche/contract/web';
import { behind, type Figure, FIGURES, figureOf } from '@zhitongche/register';
import { Async, Empty, PageHeader, SelectField, useToday } from '@zhitongche/ui';
import { PlanBehind } from './PlanBehind.tsx';
import { readPlanSearch } from './plan-search.ts';
import { useKeptBack } from './kept-ways.ts';
import { kindQuery } from './register-kind.ts';
import './Plan.css';

type Told = Reply<'plan'>;

/** A year's plan against what was done, unit by unit; each figure opens what stands behind it. */
export const PlanPage = () => {
  const { register = '' } = useParams({ strict: false });
  const search = readPlanSearch(useSearch({ strict: false }));
  const today = useToday();
  const kind = useQuery(kindQuery(register)).data;
  const back = useKeptBack(register, kind?.name);
  const navigate = useNavigate();
  const year = search.year ?? Number(today.slice(0, 4));
  const told = useRead('plan', { params: { register }, query: { year } });
  return (
    <div className="desk-page stack">
      <PageHeader
        title="计划与执行"
        back={back}
        intro={<p className="soft">{kind?.name}：点开每个数，看是哪些计划、怎样执行的。</p>}
      >
        <SelectField
          id="plan-year"
          label="年度"
          required
          options={[year + 1, year, year - 1].map((one) => [String(one), `${one}年`] as const)}
          value={String(year)}
          onChange={(value) => void navigate({ to: '.', search: { year: Number(value) } })}
        />
      </PageHeader>
      <Async query={told}>
        {(data) =>
          data.items.length === 0 && data.outside.length === 0 ? (
            <Empty
              icon="table"
              title={`${year}年没有您可以查看的计划`}
              text="单位报送、批复之后在这里对照执行。"
            />
          ) : (
            <>
              <Figures told={data} today={today} open={search} register={register} />
              {search.figure ? (
                <PlanBehind
                  title={titleOf(data, search.figure, search.org)}
                  lines={behind(search.figure, itemsOf(data, search.org), today)}
                  register={register}
                  matter={data.matter ?? '办件'}
                />
              ) : null}
            </>
          )
        }
      </Async>
    </div>
  );
};

const labels = ({ matter, underWay, ended }: Told): Readonly<Record<Figure, string>> => ({
  planned: '计划',
  approved: matter === null ? '已批准' : `已登记${matter}`,
  away: underWay,
  back: ended,
  late: '逾期',
});

const itemsOf = ({ items }: Told, org: string | undefined) =>
  org === undefined ? items : items.filter((item) => item.org === org);

const titleOf = (told: Told, figure: Figure, org: string | undefined): string =>
  `${org === undefined ? '全部单位' : (told.items.find((item) => item.org === org)?.orgName ?? '')}，${labels(told)[figure]}`;

const Figures = ({
  told,
  today,
  open,
  register,
}: {
  readonly told: Told;
  readonly today: string;
  readonly open: { readonly figure?: Figure; readonly org?: string };
  readonly register: string;
}) => {
  const orgs = [
    ...new Map([...told.items, ...told.outside].map(({ org, orgName }) => [org, orgName] as const)),
  ].toSorted((a, b) => a[1].localeCompare(b[1], 'zh-CN'));
  const row = (org: string | undefined, name: string) => (
    <tr key={org ?? ''} className={org === undefined ? 'plan-total' : ''}>
      <th scope="row">{name}</th>
      {FIGURES.map((figure) => (
        <td key={figure} className="number">
          <FigureLink
            n={figureOf(figure, itemsOf(told, org), today)}
            search={{ year: told.year, figure, ...(org === undefined ? {} : { org }) }}
            current={open.figure === figure && open.org === org}
            late={figure === 'late'}
            register={register}
          />
        </td>
      ))}
      <td className="number">
        <Outside told={told} org={org} />
      </td>
    </tr>
  );
  return (
    <section className="card plan-figures" aria-label={`${told.year}年计划与执行`}>
      <table className="plan-table">
        <thead>
          <tr>
            <th scope="col">单位</th>
            {FIGURES.map((figure) => (
              <th key={figure} scope="col" className="number">
                {labels(told)[figure]}
              </th>
            ))}
            <th scope="col" className="number">
              计划外
            </th>
          </tr>
        </thead>
        <tbody>
          {row(undefined, '合计')}
          {orgs.map(([org, name]) => row(org, name))}
        </tbody>
      </table>
      {told.rate ? (
        <p className="plan-rate">
          执行率{' '}
          <Link to="/insight/measures/$measure" params={{ measure: told.rate.code }}>
            {told.rate.words}
          </Link>
          <span className="soft">（已批复的计划中当年完成的）</span>
        </p>
      ) : null}
    </section>
  );
};

const FigureLink = ({
  n,
  search,
  current,
  late,
  register,
}: {
  readonly n: number;
  readonly search: { readonly year: number; readonly figure: Figure; readonly org?: string };
  readonly current: boolean;
  readonly late: boolean;
  readonly register: string;
}) =>
  n === 0 ? (
    <span className="soft">0</span>
  ) : (
    <Link
      to="/desk/plan/$register"
      params={{ register }}
      search={search}
      replace
      className={late ? 'plan-figure plan-late' : 'plan-figure'}
      {...(current ? { 'aria-current': 'true' as const } : {})}
    >
      {n}
    </Link>
  );

const Outside = ({ told, org }: { readonly told: Told; readonly org: string | undefined }) => {
  const n = told.outside
    .filter((one) => org === undefined || one.org === org)
    .reduce((sum, one) => sum + one.n, 0);
  return n === 0 || told.outsideMeasure === null ? (
    <span className="soft">{n}</span>
  ) : (
    <Link to="/insight/measures/$measure" params={{ measure: told.outsideMeasure }} className="plan-figure">
      {n}
    </Link>
  );
};
