import type { RegisterKind } from '@zhitongche/register';
import { Button } from '@zhitongche/ui';
import { useState } from 'react';
import type { RowLine } from './columns.ts';
import { ManyBar } from './ManyBar.tsx';

/** Choosing rows of a list for one act on all of them: the way in, the bar while one chooses, and what marks the rows. */
export const useMany = (kind: RegisterKind, rows: readonly RowLine[], may: boolean) => {
  const [picked, setPicked] = useState<ReadonlySet<string> | null>(null);
  if (!may) return { way: null, bar: null, picking: undefined };
  if (picked === null)
    return {
      way: (
        <Button icon="check" onPress={() => setPicked(new Set())}>
          多选
        </Button>
      ),
      bar: null,
      picking: undefined,
    };
  return {
    way: null,
    bar: (
      <ManyBar kind={kind} rows={rows} picked={picked} onPicked={setPicked} onClose={() => setPicked(null)} />
    ),
    picking: { picked, onPicked: setPicked },
  };
};
