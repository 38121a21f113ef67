import { own } from '@zhitongche/contract/web';
import { useMe } from '@zhitongche/shell/web';
import { useState } from 'react';
import { type Panes, panesIn } from './panes.ts';

/** The widths this person drew on this device. */
export const usePanes = (): readonly [Panes, (change: Partial<Panes>) => void] => {
  const { id } = useMe();
  const [panes, setPanes] = useState(() => panesIn(own.read('case-panes', id)));
  return [
    panes,
    (change) => {
      const next = { ...panes, ...change };
      setPanes(next);
      own.write('case-panes', id, '', next);
    },
  ];
};
