import { Link } from '@tanstack/react-router';
import { IconButton } from '@zhitongche/ui';
import { ActRefusal } from './ActRefusal.tsx';
import { useWays } from './kept-ways.ts';
import { type Row, useRowAct } from './use-row-act.ts';

/** Other rows this one is tied to; who keeps it may undo a tie of its own end. */
export const RowTies = ({ row }: { readonly row: Row }) => {
  const ways = useWays();
  const { take, pending, error } = useRowAct(row);
  if (row.ties.length === 0) return null;
  return (
    <section className="kept-card-part">
      <h3>关联</h3>
      <ActRefusal error={error} />
      <ul>
        {row.ties.map(({ relation, label, register, id, title, back }) => (
          <li key={`${relation} ${id} ${back}`} className="row-tie">
            <span className="soft">{label}</span>
            <Link to={ways.row} params={{ register, row: id }} className="grow">
              {title}
            </Link>
            {row.keeps && !back ? (
              <IconButton
                icon="close"
                size="small"
                label={`解除与“${title}”的关联`}
                isDisabled={pending}
                onPress={() =>
                  void take({ act: 'untie', relation, to: { register, id } }, `已解除与“${title}”的关联`)
                }
              />
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  );
};
