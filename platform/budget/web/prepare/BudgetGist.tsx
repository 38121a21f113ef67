import { Link } from '@tanstack/react-router';
import { categorySums } from '@zhitongche/budget';
import { useMemo } from 'react';
import { useRead } from '@zhitongche/contract/web';
import { HeldPanel } from './HeldPanel.tsx';
import './Prepare.css';

/** What somebody who decides on a budget needs first: the whole figures beside last year's and the control figures, and the way to the rest. */
export const BudgetGist = ({ id }: { readonly id: string }) => {
  const { data } = useRead('preparation', { params: { id } });
  const newest = data?.versions.at(-1)?.no;
  const sent = useRead(
    'preparationVersion',
    { params: { id, no: String(newest ?? 1) } },
    { enabled: newest !== undefined, staleTime: Number.POSITIVE_INFINITY },
  );
  const model = sent.data?.model ?? data?.model;
  const sums = useMemo(() => (model === undefined ? [] : safeSums(model)), [model]);
  const last = useMemo(() => (data?.last ? safeSums(data.last.model) : []), [data]);
  if (data === undefined || model === undefined) return null;
  return (
    <section className="card stack stack-tight" aria-labelledby="gist-title">
      <h2 id="gist-title">预算要点{newest === undefined ? '' : `（第${newest}版）`}</h2>
      <p className="soft">单位：万元</p>
      <HeldPanel sums={sums} last={last} control={data.control} approval={data.approval} />
      <p className="row">
        <Link to="/desk/budget/prepare/$id" params={{ id }}>
          看全部表格
        </Link>
        <Link to="/desk/budget/prepare/$id/changes" params={{ id }}>
          看各版变化
        </Link>
      </p>
    </section>
  );
};

/** A draft may hold cells that are no numbers; then there is nothing to add up. */
const safeSums = (model: Parameters<typeof categorySums>[0]): ReturnType<typeof categorySums> => {
  try {
    return categorySums(model);
  } catch {
    return [];
  }
};
