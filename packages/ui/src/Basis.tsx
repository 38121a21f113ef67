import type { Basis as Rule } from '@zhitongche/base';
import { type ComponentType, createContext, createElement, Suspense, use } from 'react';
import { lazily } from './again.ts';
import { useShared } from './words.ts';

// Popovers bring the overlay machinery with them; most pages never show a problem with a rule behind it.
const Hint = lazily(() => import('./Hint.tsx').then((m) => m.Hint));

/** Shows the name of a rule as a way to its text, where the reader has one. */
export const RuleName = createContext<ComponentType<{ readonly title: string }>>(({ title }) => title);

/** A rule by its name; a link to its text where the reader may read it. */
export const RuleLink = ({ title }: { readonly title: string }) => createElement(use(RuleName), { title });

/** The rule something rests on (依据), behind a small link. */
export const Basis = ({ basis }: { readonly basis: Rule }) => {
  const { say } = useShared();
  return (
    <Suspense fallback={<span className="soft">{say('依据', 'Rule')}</span>}>
      <Hint word={say('依据', 'Rule')} label={say(`依据：${basis.title}`, `Rule: ${basis.title}`)}>
        <p>
          <strong>
            <RuleLink title={basis.title} />
          </strong>
        </p>
        {basis.article ? <p>{basis.article}</p> : null}
        {basis.unconfirmed ? (
          <p className="soft">{say('这一条的出处待本办核实。', 'Not confirmed by this office yet.')}</p>
        ) : null}
      </Hint>
    </Suspense>
  );
};
