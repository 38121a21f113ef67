import { addDays } from '@zhitongche/base';
import type { Answers } from '@zhitongche/form';
import { MONEY } from '../effective.ts';
import { road } from './road.ts';
import type { Scene, Scripted } from './scene.ts';
import { holderOf } from '../../../shared/demo/world.ts';

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
  const { world, city, delegated } = scene;
  const agree = (by: string): Scripted => ({ by, part: 'request', command: { act: 'agree' } });
  const reviewer = city !== undefined ? [agree(holderOf(world, city, 'city-reviewer'))] : [];
  if (city !== undefined && delegated) return [...reviewer, agree(holderOf(world, city, 'city-leader'))];
  const signed = new Set(road(scene).map(({ step }) => step));
  const leaders = ['deputy', 'director'].filter((leader) => signed.has(leader));
  return [
    ...reviewer,
    ...[handler, 'head', ...leaders].map(agree),
    ...(signed.has('report-up') ? [{ by: handler, part: 'request', command: 'reply' } as const] : []),
  ];
}

const REPORT: Answers = {
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
};

/** One act after the approval, by whom and on which part of the road. */
const act = (
  by: string,
  name: string,
  data: Answers | undefined,
  more: Partial<Scripted> = {},
): Scripted => ({ by, part: 'after', command: { act: name, ...(data ? { data } : {}) }, ...more });

const request = (by: string, name: string, data?: Answers): Scripted =>
  act(by, name, data, { part: 'request' });

/** What may be asked of an approved trip: other money, a day later, or not at all. */
function requests({ world, plan, departure, back, answers }: Scene) {
  const filer = holderOf(world, plan.unit, 'filer');
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
  return { change, later, revoke };
}

/** The end of a trip: back home, passports handed in, the report, and what the office makes of it. */
function homecoming(scene: Scene, handler: string) {
  const { world, plan, city, departure, back, answers } = scene;
  const filer = holderOf(world, plan.unit, 'filer');
  const late = plan.late ?? 0;
  const persons = Array.isArray(answers.members) ? answers.members.length : 0;
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
  const report = act(filer, 'file-report', REPORT, { notBefore: addDays(back, 9) });
  // Whoever decided the trip judges it.
  const byCity = city !== undefined && !road(scene).some(({ step }) => step === 'window');
  const close = act(
    byCity ? holderOf(world, city, 'city-reviewer') : handler,
    'close',
    { purposeMet: 'full', asApproved: true, inOrder: true },
    { notBefore: addDays(back, 13) },
  );
  const rate: Scripted = { by: filer, part: 'after', command: 'rate', notBefore: addDays(back, 14) };
  return { returned, passports, report, close, rate };
}

/** What happened to an approved trip: its papers, changes, return and end. */
export function afterwards(scene: Scene, handler: string): readonly Scripted[] {
  const { world, plan } = scene;
  const { change, later, revoke } = requests(scene);
  const { returned, passports, report, close, rate } = homecoming(scene, handler);
  const signed = request(holderOf(world, plan.unit, 'signer'), 'agree');
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
