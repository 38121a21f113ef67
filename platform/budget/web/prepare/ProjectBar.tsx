import {
  type Disclosure,
  type CellRef,
  withIndicator,
  withoutProject,
  withProject,
} from '@zhitongche/budget';
import { Suspense, useState } from 'react';
import { Button, ConfirmSheet, lazily } from '@zhitongche/ui';
import type { CorrectionStep } from '../correction.ts';

const IndicatorPicker = lazily(() => import('./IndicatorPicker.tsx').then((m) => m.IndicatorPicker));

/** Projects come and go below the sheet; the one whose form is open takes indicators from the library. */
export const ProjectBar = ({
  model,
  sheet,
  onStep,
  onSheet,
  onSpot,
}: {
  readonly model: Disclosure;
  /** Id of the sheet that is open. */
  readonly sheet: string;
  readonly onStep: (step: CorrectionStep) => void;
  readonly onSheet: (id: string) => void;
  readonly onSpot: (spot: CellRef) => void;
}) => {
  const [picking, setPicking] = useState(false);
  const [removing, setRemoving] = useState(false);
  const project = /^project:(\d+)/.exec(sheet)?.[1];
  const at = project === undefined ? null : Number(project) - 1;
  const form = at === null ? undefined : model.projects[at];
  return (
    <>
      <div className="row">
        {form === undefined ? null : (
          <>
            <Button icon="search" onPress={() => setPicking(true)}>
              从指标库添加
            </Button>
            <Button variant="danger" size="small" onPress={() => setRemoving(true)}>
              删除这个项目
            </Button>
          </>
        )}
        <Button
          icon="plus"
          onPress={() => {
            onStep({ do: 'change', to: withProject });
            onSheet(`project:${model.projects.length + 1}`);
          }}
        >
          增加一个项目
        </Button>
      </div>
      {picking && at !== null ? (
        <Suspense>
          <IndicatorPicker
            project={form?.name ?? `项目${at + 1}`}
            year={model.year}
            onAdd={(indicator) => {
              onStep({ do: 'change', to: (now) => withIndicator(now, at, indicator) });
              onSpot({
                sheet: `project:${at + 1}/indicators`,
                row: form?.indicators.length ?? 0,
                column: 6,
              });
            }}
            onClose={() => setPicking(false)}
          />
        </Suspense>
      ) : null}
      <ConfirmSheet
        open={removing}
        title={`删除项目“${form?.name ?? ''}”`}
        verb="删除"
        onConfirm={() => {
          if (at !== null) onStep({ do: 'change', to: (now) => withoutProject(now, at) });
          onSheet('T03');
          setRemoving(false);
        }}
        onClose={() => setRemoving(false)}
      >
        <p>项目的资金、目标和指标一并删除，可以撤销。</p>
      </ConfirmSheet>
    </>
  );
};
