import { useParams } from '@tanstack/react-router';
import {
  type Disclosure,
  changesBetween,
  changesCsv,
  changeSummary,
  type Moved,
  categorySums,
} from '@zhitongche/budget';
import { useMemo, useState } from 'react';
import { useRead, type Reply } from '@zhitongche/contract/web';
import { Async, Badge, Button, Field, amountText, PageHeader } from '@zhitongche/ui';
import { ChangeList } from '../ChangeList.tsx';
import '../ChangeList.css';
import './Prepare.css';

type Preparation = Reply<'preparation'>;

/** What changed between any two of: last year's budget, the versions sent out, the draft as it is. */
export const ChangesPage = () => {
  const { id = '' } = useParams({ strict: false });
  const preparation = useRead('preparation', { params: { id } });
  return (
    <div className="desk-page budget-page stack">
      <Async query={preparation}>{(own) => <Choice preparation={own} />}</Async>
    </div>
  );
};

const Choice = ({ preparation }: { readonly preparation: Preparation }) => {
  const { id, last, versions, model } = preparation;
  const options: readonly (readonly [key: string, label: string])[] = [
    ...(last === null ? [] : [['last', `上年：${last.name}`] as const]),
    ...versions.map(
      ({ no, round }) => [String(no), `第${no}版${round === '' ? '' : `（${round}）`}`] as const,
    ),
    ['now', '现在的内容'],
  ];
  const [from, setFrom] = useState(options[0]?.[0] ?? 'now');
  const [to, setTo] = useState('now');
  return (
    <>
      <PageHeader
        title={`${model.year ?? ''}年部门预算各版变化`}
        back={{ to: `/desk/budget/prepare/${id}`, label: '预算编制' }}
        intro={`${model.department.name ?? ''}　单位：万元`}
      />
      <Rounds preparation={preparation} />
      <div className="change-pick">
        {(
          [
            ['change-from', '从', from, setFrom],
            ['change-to', '到', to, setTo],
          ] as const
        ).map(([field, label, value, set]) => (
          <Field key={field} id={field} label={label} required>
            {(aria) => (
              <select {...aria} className="input" value={value} onChange={(e) => set(e.target.value)}>
                {options.map(([key, word]) => (
                  <option key={key} value={key}>
                    {word}
                  </option>
                ))}
              </select>
            )}
          </Field>
        ))}
      </div>
      <Version preparation={preparation} which={from}>
        {(before) => (
          <Version preparation={preparation} which={to}>
            {(after) => <Compared before={before} after={after} name={`${from}-${to}`} />}
          </Version>
        )}
      </Version>
    </>
  );
};

/** Hands on the content of one choice, asking the server for versions. */
const Version = ({
  preparation,
  which,
  children,
}: {
  readonly preparation: Preparation;
  readonly which: string;
  readonly children: (model: Disclosure) => React.ReactNode;
}) => {
  const kept = /^\d+$/.test(which);
  const version = useRead(
    'preparationVersion',
    { params: { id: preparation.id, no: kept ? which : '1' } },
    { enabled: kept, staleTime: Number.POSITIVE_INFINITY },
  );
  if (!kept)
    return children(which === 'last' && preparation.last ? preparation.last.model : preparation.model);
  return <Async query={version}>{({ model }) => children(model)}</Async>;
};

/** A table that may be wider than a phone: it scrolls by itself, also by keyboard. */
const Wide = ({ label, children }: { readonly label: string; readonly children: React.ReactNode }) => (
  // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard
  <section className="change-sum" aria-label={label} tabIndex={0}>
    {children}
  </section>
);

const HEADS = ['上年公开', '一上', '控制数', '二上', '批复'] as const;

/** The whole figures through all rounds beside each other: last year, first draft, control figures, second draft, approval. */
const Rounds = ({ preparation }: { readonly preparation: Preparation }) => {
  const { last, versions, control, approval } = preparation;
  const first = versions.findLast(({ round }) => round.includes('一上'));
  const second = versions.findLast(({ round }) => round.includes('二上'));
  const firstModel = useKeptModel(preparation.id, first?.no);
  const secondModel = useKeptModel(preparation.id, second?.no);
  const columns = [last?.model, firstModel, null, secondModel, null].map((model) =>
    model ? categorySums(model) : null,
  );
  const labels = categorySums(preparation.model);
  return (
    <Wide label="各环节合计">
      <table className="change-table">
        <caption className="soft">各环节合计（万元）</caption>
        <thead>
          <tr>
            <th scope="col">项目</th>
            {HEADS.map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {labels.map(({ key, label }, at) => (
            <tr key={key}>
              <th scope="row">{label}</th>
              {HEADS.map((head, column) => {
                const held = head === '控制数' ? control : head === '批复' ? approval : null;
                return (
                  <td key={head}>{amountText(held?.[key] ?? columns[column]?.[at]?.value ?? '') || '—'}</td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </Wide>
  );
};

const useKeptModel = (id: string, no: number | undefined): Disclosure | undefined =>
  useRead(
    'preparationVersion',
    { params: { id, no: String(no ?? 1) } },
    { enabled: no !== undefined, staleTime: Number.POSITIVE_INFINITY },
  ).data?.model;

const HOW = { added: '新增', removed: '取消', changed: '调整' } as const;

const Compared = ({
  before,
  after,
  name,
}: {
  readonly before: Disclosure;
  readonly after: Disclosure;
  readonly name: string;
}) => {
  const summary = useMemo(() => changeSummary(before, after), [before, after]);
  const moved = summary.categories.filter(({ difference }) => difference !== null && difference !== '0.00');
  const download = (): void => {
    const csv = changesCsv(changesBetween(before, after));
    const url = URL.createObjectURL(new Blob(['\ufeff', csv], { type: 'text/csv;charset=utf-8' }));
    const link = document.createElement('a');
    link.href = url;
    link.download = `${after.year ?? ''}年预算变化（${name}）.csv`;
    link.click();
    URL.revokeObjectURL(url);
  };
  return (
    <div className="stack">
      <div className="row">
        <Button icon="download" onPress={download}>
          下载变化（CSV）
        </Button>
      </div>
      <Sums title="合计" rows={moved} />
      <Sums title="按功能分类" rows={summary.classes} />
      {summary.projects.length === 0 ? null : (
        <Sums
          title="项目"
          rows={summary.projects}
          badge={(row) => {
            const how = summary.projects.find((own) => own === row)?.how ?? 'changed';
            return (
              <Badge tone={how === 'removed' ? 'danger' : how === 'added' ? 'ok' : 'info'}>{HOW[how]}</Badge>
            );
          }}
        />
      )}
      <section className="stack" aria-label="逐格变化">
        <h2>逐格变化</h2>
        <ChangeList before={before} after={after} />
      </section>
    </div>
  );
};

const Sums = ({
  title,
  rows,
  badge,
}: {
  readonly title: string;
  readonly rows: readonly Moved[];
  readonly badge?: (row: Moved) => React.ReactNode;
}) =>
  rows.length === 0 ? null : (
    <Wide label={title}>
      <h2>{title}（万元）</h2>
      <table className="change-table">
        <thead>
          <tr>
            <th scope="col">项目</th>
            <th scope="col">原来</th>
            <th scope="col">现在</th>
            <th scope="col">增减</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row, at) => (
            <tr key={at}>
              <th scope="row">
                {row.label} {badge?.(row)}
              </th>
              <td>{amountText(row.before ?? '') || '—'}</td>
              <td>{amountText(row.after ?? '') || '—'}</td>
              <td>{amountText(row.difference ?? '')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Wide>
  );
