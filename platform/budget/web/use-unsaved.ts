import { useBlocker } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { type Correction, isDirty } from './correction.ts';

/** Asks before one leaves a correction that is not saved; the function returned says that it is. */
export const useUnsaved = (correction: Correction): (() => void) => {
  // A ref, because a save leads to another page before this one is drawn again.
  const dirty = useRef(false);
  useEffect(() => {
    dirty.current = isDirty(correction);
  }, [correction]);
  useBlocker({
    shouldBlockFn: () => dirty.current && !globalThis.confirm('改动还没有保存，确定离开吗？'),
    enableBeforeUnload: () => dirty.current,
  });
  return () => {
    dirty.current = false;
  };
};
