import type { CommandShape } from '@zhitongche/contract';
import { afterwards } from './afterwards.ts';
import type { TripPlan } from './plans.ts';
import { road } from './road.ts';
import type { Scene, Scripted } from './scene.ts';
import { holderOf } from '../../../shared/demo/world.ts';

const FAULTS = [
  { at: 'legs.0.inviterPost', message: '请写明邀请人的职务。' },
  { at: 'publicity.0.feedback', message: '公示反馈情况过于简单，请写明公示期间有无意见。' },
  { at: 'results', message: '预期成果请量化，写明拟签署文件的名称。', basis: '事项指南“申报材料”第3项' },
];

const NOT_CLEARED = [{ at: 'members.3.name', message: '组织部门不同意派出，请调整人员。' }];

/** Everything that has happened to a case up to where its plan says it is. */
export function scriptOf(scene: Scene): readonly Scripted[] {
  const { world, plan } = scene;
  if (plan.until === 'draft') return [];
  const filer = holderOf(world, plan.unit, 'filer');
  const file: Scripted = { by: filer, command: 'file', part: 'before' };
  const steps = road(scene);
  const upTo = (step: string): readonly Scripted[] => {
    const index = steps.findIndex((one) => one.step === step);
    return index < 0 ? steps : steps.slice(0, index);
  };
  const whoAt = (step: string): string => steps.find((one) => one.step === step)?.by ?? 'handler';
  const partAt = (step: string) => steps.find((one) => one.step === step)?.part ?? 'office';
  const held = plan.at ?? '';
  const did = (by: string, command: CommandShape, part: Scripted['part'] = 'office'): Scripted => ({
    by,
    command,
    part,
  });
  /** Sent back at a step: a desk that examines hands its faults to the window, which tells the unit once. */
  const toldFrom = (step: string, opinion: string, faults: typeof FAULTS): readonly Scripted[] => {
    const examines = step === 'handler' || step === 'division-head';
    const found = did(whoAt(step), { act: 'found', opinion, faults }, partAt(step));
    const told = examines ? 'window' : step;
    return [
      ...(examines ? [found] : []),
      did(whoAt(told), { act: 'correct', opinion, faults }, partAt(step)),
    ];
  };
  const corrected = (acts: readonly Scripted[]): readonly Scripted[] => {
    if (!plan.correctedAt) return acts;
    const part = partAt(plan.correctedAt);
    const index = upTo(plan.correctedAt).length;
    const back = toldFrom(plan.correctedAt, '请一次补正。', FAULTS.slice(0, 2));
    return [...acts.slice(0, index), ...back, { ...file, part }, ...acts.slice(index)];
  };

  switch (plan.until) {
    case 'withdrawn':
      return [file, did(filer, { act: 'withdraw' }, 'before')];
    case 'cancelled':
      return [
        file,
        ...upTo(held),
        did(filer, { act: 'cancel', opinion: '外方推迟活动，申请撤销本次申报。' }, partAt(held)),
      ];
    case 'correcting':
      return [
        file,
        ...upTo(held),
        ...(held === 'personnel-filing'
          ? [
              did(
                whoAt(held),
                { act: 'not-cleared', opinion: '一人暂不符合派出条件。', faults: NOT_CLEARED },
                partAt(held),
              ),
            ]
          : toldFrom(held, '共三处需要补正。', FAULTS)),
      ];
    case 'refused':
      return [
        file,
        ...upTo(held),
        did(
          whoAt(held),
          { act: 'refuse', opinion: '出访任务与本单位职责关联不足，不予同意。' },
          partAt(held),
        ),
      ];
    case 'suspended':
      return [
        file,
        ...upTo(held),
        did(whoAt(held), { act: 'suspend', opinion: '目的地安全形势需进一步评估，暂缓办理。' }, partAt(held)),
      ];
    case 'countersign':
      return [file, ...corrected(upTo('countersign')), ...panel(plan)];
    case 'personnel-filing':
      return [
        file,
        ...corrected(upTo(plan.until)),
        ...(plan.forms ? [did(whoAt(plan.until), { act: 'print-filings' }, partAt(plan.until))] : []),
      ];
    case 'issuing':
    case 'abroad':
    case 'change-review':
    case 'hand-in':
    case 'revoked':
    case 'after-trip':
    case 'evaluation':
    case 'done':
      return [file, ...corrected(steps), ...afterwards(scene, whoAt('handler'))];
    default:
      return [file, ...corrected(upTo(plan.until))];
  }
}

function panel(plan: TripPlan): readonly Scripted[] {
  if (plan.panel === 'one-signed')
    return [{ by: 'security', part: 'office', command: { act: 'agree', opinion: '无涉密事项，同意。' } }];
  if (plan.panel === 'asked-another')
    return [
      {
        by: 'finance',
        part: 'office',
        command: { act: 'add-before', opinion: '请综合处核对预算调整情况。', persons: ['general'] },
      },
    ];
  return [];
}
