import type { Basis as Rule } from '@zhitongche/base';
import { Suspense } from 'react';
import { lazily } from './again.ts';

// Popovers bring the overlay machinery with them; most pages never show a problem with a rule behind it.
const Hint = lazily(() => import('./Hint.tsx').then((m) => m.Hint));

/** The rule something rests on (依据), behind a small link. */
export const Basis = ({ basis }: { readonly basis: Rule }) => (
  <Suspense fallback={<span className="soft">依据</span>}>
    <Hint word="依据" label={`依据：${basis.title}`}>
      <p>
        <strong>{basis.title}</strong>
      </p>
      {basis.article ? <p>{basis.article}</p> : null}
      {basis.unconfirmed ? <p className="soft">这一条的出处待本办核实。</p> : null}
    </Hint>
  </Suspense>
);
