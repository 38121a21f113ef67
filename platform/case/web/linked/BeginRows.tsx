import { Link } from '@tanstack/react-router';
import { decimalOf, decimalText, total } from '@zhitongche/base';
import type { CaseView } from '@zhitongche/contract';
import { useRead } from '@zhitongche/contract/web';
import { buttonClass, Icon } from '@zhitongche/ui';

/** What a case is billed, in yuan; undefined where nothing is. */
const billed = ({ state: { money } }: CaseView): string | undefined => {
  const sums = (money?.bills ?? []).flatMap(({ status, total: sum }) =>
    status === 'open' || status === 'paid' ? (decimalOf(sum) ?? []) : [],
  );
  return sums.length === 0 ? undefined : decimalText(total(sums), 2);
};

/** Ways from a case to a new row of a register its reader keeps, which begins with the case: 督办. */
export const BeginRows = ({ view }: { readonly view: CaseView }) => {
  const { data: registers = [] } = useRead('keptRegisters', {});
  const { title, number } = view.row;
  const ways = registers.flatMap(({ code, begins }) =>
    begins.filter(({ from }) => from === 'case').map(({ label }) => ({ code, label })),
  );
  if (number === null || ways.length === 0) return null;
  const money = billed(view);
  const begun = { from: 'case', title, number, answers: {}, ...(money === undefined ? {} : { money }) };
  return (
    <div className="row linked-acts">
      {ways.map(({ code, label }) => (
        <Link
          key={code}
          to="/desk/kept/$register/new"
          params={{ register: code }}
          state={{ begun }}
          className={buttonClass('plain')}
        >
          <Icon name="plus" />
          <span>{label}</span>
        </Link>
      ))}
    </div>
  );
};
