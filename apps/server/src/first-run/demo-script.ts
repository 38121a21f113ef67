import type { Answers } from '@zhitongche/form';
import { addDays } from '@zhitongche/base';
import { type Role, UNIT_OPINIONS } from '@zhitongche/access';
import type { CommandShape } from '@zhitongche/contract';
import { demoOffice, type DemoCase } from '@zhitongche/offices';
import { MONEY } from '@zhitongche/catalogue/outbound/trip/effective.ts';

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

const pick = <T>(list: readonly T[], seed: string): T | undefined =>
  list[[...seed].reduce((sum, letter) => sum + letter.charCodeAt(0), 0) % list.length];

const FAULTS = [
  { at: 'legs.0.inviterPost', message: '请写明邀请人的职务。' },
  { at: 'publicity.0.feedback', message: '公示反馈情况过于简单，请写明公示期间有无意见。' },
  { at: 'results', message: '预期成果请量化，写明拟签署文件的名称。', basis: '事项指南“申报材料”第3项' },
];

const NOT_CLEARED = [{ at: 'members.3.name', message: '组织部门不同意派出，请调整人员。' }];

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
const holderOf = (unit: string, role: Role): string =>
  demoOffice.people.find(({ org, roles }) => org === unit && roles.includes(role))?.username ??
  `${unit}-${role}`;

const parentOf = (unit: string) => demoOffice.orgs.find(({ key }) => key === unit)?.parent;

const isUnit = (key: string): boolean =>
  demoOffice.orgs.some((org) => org.key === key && (org.kind === 'unit' || org.kind === 'enterprise'));

/** Everything that has happened to a case up to where its plan says it is. */
export function scriptOf(scene: Scene): readonly Scripted[] {
  const { plan } = scene;
  if (plan.until === 'draft') return [];
  const filer = filerOf(plan.unit);
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

function panel(plan: DemoCase): readonly Scripted[] {
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

/** Stops of a route, each so many days later. */
function postponed(legs: Answers[string], days: number): Answers[string] {
  if (!Array.isArray(legs)) return [];
  const day = /^\d{4}-\d{2}-\d{2}$/;
  return legs.map((leg: unknown) =>
    Object.fromEntries(
      Object.entries(leg ?? {}).map(([name, value]) => [
        name,
        typeof value === 'string' && day.test(value) ? addDays(value, days) : value,
      ]),
    ),
  );
}

/** Documents of the travellers, the first so many of them handed in on that day and the rest still out. */
function handedIn({ members }: Answers, on: string, so = Number.POSITIVE_INFINITY): Answers {
  const names = (Array.isArray(members) ? members : []).flatMap((member: unknown) =>
    member instanceof Object && 'name' in member && typeof member.name === 'string' ? [member.name] : [],
  );
  return {
    documents: names.slice(0, so).map((holder) => ({
      holder,
      document: 'passport',
      state: 'returned',
      on,
      stampsChecked: true,
    })),
  };
}

/** Who agrees in turn to what is asked of an approved trip, and the reply from above: the road its approval took. */
function decided(scene: Scene, handler: string): readonly Scripted[] {
  const { city, delegated } = scene;
  const agree = (by: string): Scripted => ({ by, part: 'request', command: { act: 'agree' } });
  const reviewer = city ? [agree(`${city}-reviewer`)] : [];
  if (city && delegated) return [...reviewer, agree(`${city}-leader`)];
  const signed = new Set(road(scene).map(({ step }) => step));
  const leaders = ['deputy', 'director'].filter((leader) => signed.has(leader));
  return [
    ...reviewer,
    ...[handler, 'head', ...leaders].map(agree),
    ...(signed.has('report-up') ? [{ by: handler, part: 'request', command: 'reply' } as const] : []),
  ];
}

function afterwards(scene: Scene, handler: string): readonly Scripted[] {
  const { plan, city, departure, back, answers } = scene;
  const filer = filerOf(plan.unit);
  const act = (
    by: string,
    name: string,
    data: Answers | undefined,
    more: Partial<Scripted> = {},
  ): Scripted => ({
    by,
    part: 'after',
    command: { act: name, ...(data ? { data } : {}) },
    ...more,
  });
  const request = (by: string, name: string, data?: Answers): Scripted =>
    act(by, name, data, { part: 'request' });
  const late = plan.late ?? 0;
  const persons = Array.isArray(answers.members) ? answers.members.length : 0;
  const change = request(filer, 'ask-change', {
    parts: ['funding'],
    reason: '外方追加承担部分食宿费用，经费来源需相应调整。',
    detail: '在外食宿费由外方承担部分，按规定调整经费预算。',
    ...Object.fromEntries(MONEY.flatMap((key) => (answers[key] === undefined ? [] : [[key, answers[key]]]))),
  });
  const later = request(filer, 'ask-change', {
    parts: ['dates', 'programme'],
    reason: '外方主要会见人日程调整，双方商定活动顺延一天。',
    detail: '原定各项活动顺延一天，内容不变；经费不变。',
    exitDate: addDays(departure, 1),
    entryDate: addDays(back, 1),
    legs: postponed(answers.legs, 1),
  });
  const revoke = request(filer, 'ask-revocation', { reason: '外方因故取消活动。', passportsOut: false });
  const returned = act(
    filer,
    'register-return',
    {
      actualExit: departure,
      actualEntry: addDays(back, late),
      actualPersons: persons,
      deviation: late > 0,
      ...(late > 0
        ? { redEye: false, deviationNote: '返程航班因天气取消，改签后续航班回国，已报驻外使领馆。' }
        : {}),
    },
    { notBefore: addDays(back, 2) },
  );
  const passports = act('passports', 'return-passports', handedIn(answers, addDays(back, 4), plan.handedIn), {
    notBefore: addDays(back, 4),
  });
  const report = act(
    filer,
    'file-report',
    {
      summary: '代表团按批准的行程完成全部公务活动，与外方就合作事项达成一致。',
      followUp: '落实会谈纪要，每季度跟踪项目进展。',
      intents: 2,
      overspent: false,
      report: [
        {
          id: 'sample-report',
          name: '出访报告.pdf',
          size: 1,
          type: 'application/pdf',
          digest: '0'.repeat(64),
        },
      ],
    },
    { notBefore: addDays(back, 9) },
  );
  // Whoever decided the trip judges it.
  const byCity = city !== undefined && !road(scene).some(({ step }) => step === 'window');
  const close = act(
    byCity ? `${city}-reviewer` : handler,
    'close',
    { purposeMet: 'full', asApproved: true, inOrder: true },
    { notBefore: addDays(back, 13) },
  );
  const rate: Scripted = { by: filer, part: 'after', command: 'rate', notBefore: addDays(back, 14) };
  const signed = request(holderOf(plan.unit, 'signer'), 'agree');
  const agreed = decided(scene, handler);
  switch (plan.until) {
    case 'abroad':
      return plan.changed ? [later, signed, ...agreed] : [];
    case 'change-review':
      return [change, signed];
    case 'hand-in':
      return [revoke, signed, ...agreed];
    case 'revoked':
      return [revoke, signed, ...agreed, request('passports', 'none-out')];
    case 'after-trip':
      return plan.passportsOut
        ? [returned, ...(plan.unit === 'medical' ? [report] : [])]
        : [returned, ...(plan.handedIn === undefined ? [] : [passports])];
    case 'evaluation':
      return [returned, passports, report];
    case 'done':
      return [returned, passports, report, close, ...(plan.rating ? [rate] : [])];
    default:
      return [];
  }
}
