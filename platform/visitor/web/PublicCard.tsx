import { PublicFrame } from '@zhitongche/shell/web';
import type { ReactNode } from 'react';
import { LanguageSwitch } from './LanguageSwitch.tsx';
import './visitor.css';

/** One thing to do at the public door, in either language. */
export const PublicCard = ({ title, children }: { readonly title: string; readonly children: ReactNode }) => (
  <PublicFrame>
    <section className="card stack stack-wide visit-card" aria-labelledby="visit-title">
      <div className="visit-head">
        <h1 id="visit-title">{title}</h1>
        <LanguageSwitch />
      </div>
      {children}
    </section>
  </PublicFrame>
);
