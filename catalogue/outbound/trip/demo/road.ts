import { UNIT_OPINIONS } from '@zhitongche/access';
import type { Scene, Scripted } from './scene.ts';
import { holderOf, superiorOf } from '../../../shared/demo/world.ts';

const OPINIONS = {
  'unit-affairs': ['出访必要，时间、国别、路线和人数符合规定，同意。', '任务明确，邀请单位对口，同意。'],
  'unit-finance': ['已列入本年度预算，各项测算符合标准，同意。', '经逐项核对，经费在预算之内，同意。'],
  'unit-personnel': ['人员符合派出条件，同意。', '分管工作与任务相符，同意派出。'],
  signer: ['同意申报。', '任务必要，经费已列入预算，同意申报。', '同意，请按规定办理。'],
  handler: ['材料齐全，行程和经费符合规定，拟同意。', '经核，人员、天数、路线符合规定，拟同意。'],
  head: ['同意，报分管副主任审批。', '同意经办意见。'],
  leader: ['同意。', '同意，请做好行前教育。'],
} as const;

const pick = <T>(list: readonly T[], seed: string): T | undefined =>
  list[[...seed].reduce((sum, letter) => sum + letter.charCodeAt(0), 0) % list.length];

/** The steps on the way to the papers, in order, with who decides there and how. */
export function road({
  world,
  plan,
  city,
  delegated,
}: Scene): readonly (Scripted & { readonly step: string })[] {
  const opinion = (kind: keyof typeof OPINIONS) => pick(OPINIONS[kind], plan.key) ?? '同意。';
  const handler = pick(['handler', 'handler-2', 'handler-3'], plan.key) ?? 'handler';
  const agree = (step: string, by: string, said: string, part: Scripted['part'] = 'office') => ({
    step,
    by,
    part,
    command: { act: 'agree', opinion: said },
  });
  const superior = superiorOf(world, plan.unit);
  const unit: readonly (Scripted & { readonly step: string })[] = [
    ...UNIT_OPINIONS.map((role) => ({
      ...agree('unit-opinions', holderOf(world, plan.unit, role), opinion(role), 'before'),
      as: role,
    })),
    agree('unit-sign', holderOf(world, plan.unit, 'signer'), opinion('signer'), 'before'),
    ...(superior ? [agree('superior', holderOf(world, superior, 'signer'), '同意申报。', 'before')] : []),
    {
      step: 'personnel-filing',
      by: holderOf(world, plan.unit, 'unit-personnel'),
      part: 'before',
      command: 'clear',
    },
  ];
  const reviewer = holderOf(world, city ?? '', 'city-reviewer');
  const cityLeader = holderOf(world, city ?? '', 'city-leader');
  const bureau = plan.crew.ranks.includes('bureau') || plan.crew.lead?.position !== undefined;
  const goesUp = bureau || plan.theme === 'span-lead';
  if (city && delegated && !bureau)
    return [
      ...unit,
      {
        step: 'city-review',
        by: reviewer,
        part: 'office',
        command: { act: 'accept', opinion: opinion('handler') },
      },
      agree('city-leader', cityLeader, opinion('leader')),
    ];
  return [
    ...unit,
    ...(city
      ? [
          agree('city-review', reviewer, opinion('handler'), 'before'),
          agree('city-leader', cityLeader, '同意上报。', 'before'),
        ]
      : []),
    { step: 'window', by: 'window', part: 'office', command: { act: 'accept' } },
    agree('handler', handler, opinion('handler')),
    agree('countersign', 'security', '无涉密事项，同意。'),
    agree('countersign', 'finance', '经费测算符合标准，同意。'),
    agree('division-head', 'head', opinion('head')),
    agree('deputy', 'deputy', opinion('leader')),
    ...(goesUp
      ? [
          agree('director', 'director', '同意，上报省领导。'),
          {
            step: 'report-up',
            by: handler,
            part: 'office' as const,
            command: 'reply' as const,
          },
        ]
      : []),
  ];
}
