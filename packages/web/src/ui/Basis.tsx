import type { Basis as Rule } from '@zhitongche/kernel';
import { Hint } from './Hint.tsx';

/** The rule something rests on (依据), behind a small link. */
export const Basis = ({ basis }: { readonly basis: Rule }) => (
  <Hint word="依据" label={`依据：${basis.title}`}>
    <p>
      <strong>{basis.title}</strong>
    </p>
    {basis.article ? <p>{basis.article}</p> : null}
    {basis.unconfirmed ? <p className="soft">这一条的出处待本办核实。</p> : null}
  </Hint>
);
