import { useEffect, useEffectEvent } from 'react';

/** True when a key belongs to something else: a field, a menu, a dialog. */
const isElsewhere = (e: KeyboardEvent): boolean => {
  if (e.ctrlKey || e.metaKey || e.altKey || e.isComposing) return true;
  if (document.querySelector('[role="dialog"], [role="menu"]') !== null) return true;
  const { target } = e;
  if (!(target instanceof HTMLElement)) return false;
  if (target.matches('input:not([type="checkbox"]), textarea, select, [contenteditable]')) return true;
  return e.key === 'Enter' && target.matches('a, button');
};

/** Listens for single keys on the whole page while mounted. */
export const useKeys = (onKey: (key: string, e: KeyboardEvent) => boolean): void => {
  const handle = useEffectEvent(onKey);
  useEffect(() => {
    const listen = (e: KeyboardEvent): void => {
      if (isElsewhere(e)) return;
      if (handle(e.key.length === 1 ? e.key.toLowerCase() : e.key, e)) e.preventDefault();
    };
    addEventListener('keydown', listen);
    return () => removeEventListener('keydown', listen);
  }, []);
};
