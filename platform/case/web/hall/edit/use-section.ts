import type { At } from '@zhitongche/base';
import { atOf, type SectionProgress } from '@zhitongche/form/web';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';

/** The section of the application one is at (`check` = the last page), the way to another, and the box that takes focus then. */
export const useSection = (caseId: string, sections: readonly SectionProgress[]) => {
  const main = useRef<HTMLDivElement>(null);
  const navigate = useNavigate();
  const { s, at } = useSearch({ from: '/signed-in/hall/cases/$case/edit' });
  const here = s === 'check' || sections.some((p) => p.key === s) ? (s ?? '') : (sections[0]?.key ?? 'check');
  const turnTo = (key: string): void => {
    void navigate({ to: '/hall/cases/$case/edit', params: { case: caseId }, search: { s: key } });
    scrollTo({ top: 0 });
  };
  const shown = useRef(here);
  useEffect(() => {
    // A new section is read from its beginning, not from the button that led to it.
    if (shown.current !== here) main.current?.focus({ preventScroll: true });
    shown.current = here;
  }, [here]);
  return { here, at, turnTo, main };
};

/** Goes to the place the address names, once, when the form has come. */
export const useArrival = (at: string | undefined, goTo: (at: At) => void): void => {
  const arrived = useRef(false);
  useEffect(() => {
    if (arrived.current || at === undefined) return;
    arrived.current = true;
    goTo(atOf(at));
  });
};
