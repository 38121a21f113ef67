import type { Basis as Rule } from '@zhitongche/base';
import { type ComponentType, createContext, createElement, Suspense, use } from 'react';
import { lazily } from './again.ts';

// Popovers bring the overlay machinery with them; most pages never show a problem with a rule behind it.
const Hint = lazily(() => import('./Hint.tsx').then((m) => m.Hint));

/** Shows the name of a rule as a way to its text, where the reader has one. */
export const RuleName = createContext<ComponentType<{ readonly title: string }>>(({ title }) => title);

/** A rule by its name; a link to its text where the reader may read it. */
export const RuleLink = ({ title }: { readonly title: string }) => createElement(use(RuleName), { title });

/** The rule something rests on (依据), behind a small link. */
export const Basis = ({ basis }: { readonly basis: Rule }) => (
  <Suspense fallback={<span className="soft">依据</span>}>
    <Hint word="依据" label={`依据：${basis.title}`}>
      <p>
        <strong>
          <RuleLink title={basis.title} />
        </strong>
      </p>
      {basis.article ? <p>{basis.article}</p> : null}
      {basis.unconfirmed ? <p className="soft">这一条的出处待本办核实。</p> : null}
    </Hint>
  </Suspense>
);
