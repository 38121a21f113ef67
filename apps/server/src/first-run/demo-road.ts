import type { Answers } from '@zhitongche/form';
import { type Role, UNIT_OPINIONS } from '@zhitongche/access';
import type { CommandShape } from '@zhitongche/contract';
import { demoOffice, type DemoCase } from '@zhitongche/offices';

/** What the script of a case may look at. */
export interface Scene {
  readonly plan: DemoCase;
  /** The city office the unit belongs to, by its key; undefined for provincial units. */
  readonly city: string | undefined;
  /** Whether that city office decides itself. */
  readonly delegated: boolean;
  /** Answers it is filed with. */
  readonly answers: Answers;
  readonly departure: string;
  readonly back: string;
}

/** One act of a script. */
export interface Scripted {
  /** User name of whoever acts. */
  readonly by: string;
  readonly command: CommandShape | 'file' | 'clear' | 'reply' | 'rate';
  /** The post whose seat is taken, where one person may hold several. */
  readonly as?: Role;
  /** Part of the road it belongs to: the clock of each is laid out by itself. */
  readonly part: 'before' | 'office' | 'request' | 'after';
  /** Not before this day. */
  readonly notBefore?: string;
}

const OPINIONS = {
  'unit-affairs': ['出访必要，时间、国别、路线和人数符合规定，同意。', '任务明确，邀请单位对口，同意。'],
  'unit-finance': ['已列入本年度预算，各项测算符合标准，同意。', '经逐项核对，经费在预算之内，同意。'],
  'unit-personnel': ['人员符合派出条件，同意。', '分管工作与任务相符，同意派出。'],
  signer: ['同意申报。', '任务必要，经费已列入预算，同意申报。', '同意，请按规定办理。'],
  handler: ['材料齐全，行程和经费符合规定，拟同意。', '经核，人员、天数、路线符合规定，拟同意。'],
  head: ['同意，报分管副主任审批。', '同意经办意见。'],
  leader: ['同意。', '同意，请做好行前教育。'],
} as const;

/** One of a list, always the same for the same seed. */
export const pick = <T>(list: readonly T[], seed: string): T | undefined =>
  list[[...seed].reduce((sum, letter) => sum + letter.charCodeAt(0), 0) % list.length];

/** The steps on the way to the papers, in order, with who decides there and how. */
export function road({ plan, city, delegated }: Scene): readonly (Scripted & { readonly step: string })[] {
  const opinion = (kind: keyof typeof OPINIONS) => pick(OPINIONS[kind], plan.key) ?? '同意。';
  const handler = pick(['handler', 'handler-2', 'handler-3'], plan.key) ?? 'handler';
  const agree = (step: string, by: string, said: string, part: Scripted['part'] = 'office') => ({
    step,
    by,
    part,
    command: { act: 'agree', opinion: said },
  });
  const superior = demoOffice.orgs.find(({ key }) => key === parentOf(plan.unit) && isUnit(key))?.key;
  const unit: readonly (Scripted & { readonly step: string })[] = [
    ...UNIT_OPINIONS.map((role) => ({
      ...agree('unit-opinions', holderOf(plan.unit, role), opinion(role), 'before'),
      as: role,
    })),
    agree('unit-sign', holderOf(plan.unit, 'signer'), opinion('signer'), 'before'),
    ...(superior ? [agree('superior', holderOf(superior, 'signer'), '同意申报。', 'before')] : []),
    { step: 'personnel-filing', by: holderOf(plan.unit, 'unit-personnel'), part: 'before', command: 'clear' },
  ];
  const bureau = plan.crew.ranks.includes('bureau') || plan.crew.lead?.position !== undefined;
  const goesUp = bureau || plan.theme === 'span-lead';
  if (city && delegated && !bureau)
    return [
      ...unit,
      {
        step: 'city-review',
        by: `${city}-reviewer`,
        part: 'office',
        command: { act: 'accept', opinion: opinion('handler') },
      },
      agree('city-leader', `${city}-leader`, opinion('leader')),
    ];
  return [
    ...unit,
    ...(city
      ? [
          agree('city-review', `${city}-reviewer`, opinion('handler'), 'before'),
          agree('city-leader', `${city}-leader`, '同意上报。', 'before'),
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

/** User name of the clerk of a unit; city offices and divisions file by themselves. */
export const filerOf = (unit: string): string =>
  unit.startsWith('city-') ? `${unit.slice(5)}-filer` : `${unit}-filer`;

/** User name of whoever holds a post of a unit. */
export const holderOf = (unit: string, role: Role): string =>
  demoOffice.people.find(({ org, roles }) => org === unit && roles.includes(role))?.username ??
  `${unit}-${role}`;

const parentOf = (unit: string) => demoOffice.orgs.find(({ key }) => key === unit)?.parent;

const isUnit = (key: string): boolean =>
  demoOffice.orgs.some((org) => org.key === key && (org.kind === 'unit' || org.kind === 'enterprise'));
