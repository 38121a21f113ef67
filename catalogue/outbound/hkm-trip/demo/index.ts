import { addDays, beijing, dayInShanghai, plusOfficeHours } from '@zhitongche/base';
import type { DemoAct, DemoStory, DemoWorld } from '@zhitongche/core/server';
import type { Answers } from '@zhitongche/form';
import { cityOf, holderOf, orgOf } from '../../../shared/demo/world.ts';
import { sampleCitizenId } from '../../../shared/sample-people.ts';
import { sampleUpload } from '../../../shared/sample-upload.ts';
import { type HkmSample, hkmSample } from '../samples.ts';
import { type HkmPlan, hkmPlans } from './plans.ts';

type Command = DemoAct['command'];
/** One act of a script: hours after the one before, or not before a day. */
interface Scripted {
  readonly by: string;
  readonly command: Command;
  readonly notBefore?: string;
}

/** Invented travellers of other stories end long before. */
const FIRST = 2_000;
const POSTS = { bureau: '副厅长', division: '处长', section: '一级主任科员', technical: '研究员' } as const;

const peopleOf = (world: DemoWorld, plan: HkmPlan): HkmSample['people'] => {
  const from = FIRST + hkmPlans.indexOf(plan) * 5;
  return plan.ranks.map((rank, at) => {
    const { n, name, pinyin, sex } = world.invented(from + at);
    const birthDate = `${1968 + (n % 25)}-${String((n % 12) + 1).padStart(2, '0')}-${String((n % 27) + 1).padStart(2, '0')}`;
    const elsewhere = plan.more?.['caseType'] === 'span-lead' && at > 0 ? { employer: '云泽大学' } : {};
    return {
      name,
      pinyin,
      sex,
      birthDate,
      rank,
      post: POSTS[rank],
      citizenId: sampleCitizenId(birthDate, sex, n),
      ...elsewhere,
    };
  });
};

const answersOf = (world: DemoWorld, plan: HkmPlan, filed: string): Answers => {
  const unit = orgOf(world, plan.unit)?.name ?? plan.unit;
  const { aim = 'trade', ...more } = plan.more ?? {};
  return hkmSample({
    today: filed,
    unit,
    group: `${unit}${plan.group}`,
    purpose: plan.purpose,
    leaveIn: plan.leaveIn,
    stops: plan.stops,
    people: peopleOf(world, plan) ?? [],
    more: {
      aim,
      route: `${world.province.slice(0, 2)}—${plan.stops.map(([region]) => region).join('—')}—${world.province.slice(0, 2)}`,
      ...more,
      ...(more['caseType'] === 'span-join' ? { organiserNotice: sampleUpload('notice', '任务通知书') } : {}),
    },
  });
};

const agree = (by: string, opinion?: string): Scripted => ({
  by,
  command: { act: 'agree', ...(opinion === undefined ? {} : { opinion }) },
});
const FAULTS = [{ at: 'tasks', message: '请逐日写明拜会单位和商谈事项。' }];

/** What has happened up to where its plan says it is. */
function scriptOf(world: DemoWorld, plan: HkmPlan, answers: Answers, filed: string): readonly Scripted[] {
  const filer = holderOf(world, plan.unit, 'filer');
  const signer = holderOf(world, plan.unit, 'signer');
  const city = cityOf(world, plan.unit);
  const explanations = plan.stops.some(([, days]) => days > 7)
    ? { 'H-04': '联合研究须连续驻点。', 'H-05': '联合研究须连续驻点。' }
    : {};
  const file: Scripted = { by: filer, command: { act: 'submit', answers, explanations } };
  const signed = [
    file,
    agree(signer, '同意申报。'),
    ...(city === undefined ? [] : [agree(holderOf(world, city, 'city-reviewer'), '同意上报。')]),
  ];
  const accepted = [...signed, { by: 'window', command: { act: 'accept' } }];
  const handled = [...accepted, agree('handler', '材料齐全，拟同意。')];
  const up = plan.until === 'report-up';
  const headed = [
    ...handled,
    agree('head', '同意。'),
    ...(plan.ranks[0] === 'bureau' ? [agree('deputy', '同意。')] : []),
    ...(up || plan.ranks[0] === 'bureau' ? [agree('director', '同意。')] : []),
  ];
  const exit = addDays(filed, plan.leaveIn);
  const back = addDays(
    exit,
    plan.stops.reduce((all, [, days]) => all + days - 1, 0),
  );
  const returned: Scripted = {
    by: filer,
    command: {
      act: 'register-return',
      data: { actualExit: exit, actualEntry: back, actualPersons: plan.ranks.length },
    },
    notBefore: addDays(back, 2),
  };
  const handedIn = (strands: readonly string[]): Scripted => ({
    by: 'passports',
    command: { act: 'permit-returned', strands: [...strands], on: addDays(back, 4) },
    notBefore: addDays(back, 4),
  });
  const all = plan.ranks.map((_, at) => `第${at + 1}人`);
  const report: Scripted = {
    by: filer,
    command: {
      act: 'file-report',
      data: {
        summary: '按批准的行程完成全部活动，与邀请单位就合作事项达成一致。',
        followUp: '落实会谈纪要，跟踪项目进展。',
        intents: 1,
        report: sampleUpload('report', '赴港澳报告'),
      },
    },
    notBefore: addDays(back, 8),
  };
  switch (plan.until) {
    case 'unit-sign':
      return [file];
    case 'window':
      return signed;
    case 'not-accepted':
      return [
        ...signed,
        { by: 'window', command: { act: 'refuse', opinion: '没有具体任务和邀请单位，不属于受理范围。' } },
      ];
    case 'correcting':
      return [...signed, { by: 'window', command: { act: 'correct', faults: FAULTS } }];
    case 'handler':
      return accepted;
    case 'refused':
      return [
        ...accepted,
        { by: 'handler', command: { act: 'refuse', opinion: '属考察性任务，不予同意。' } },
      ];
    case 'report-up':
    case 'abroad':
      return headed;
    case 'hand-in':
      return [
        ...headed,
        { by: filer, command: { act: 'ask-revocation', data: { reason: '对方推迟活动。' } } },
        agree(signer),
        agree('head', '同意撤销。'),
      ];
    case 'late':
      return [...headed, returned, report];
    case 'after-trip':
      return [...headed, returned, handedIn(all.slice(1))];
    case 'done':
      return [...headed, returned, report, handedIn(all)];
    default:
      return [];
  }
}

/** Hours between two acts on one road. */
const GAP = 3;

/** Cases of the demo office in every state. */
export const stories = (world: DemoWorld): readonly DemoStory[] => {
  const { now, calendar } = world;
  return hkmPlans.map((plan) => {
    const begun = beijing(addDays(dayInShanghai(now.toISOString()), -plan.ago), 9);
    const first = plusOfficeHours(calendar, begun, 1);
    const filed = dayInShanghai(first.toISOString());
    const answers = answersOf(world, plan, filed);
    let at = begun;
    const acts = scriptOf(world, plan, answers, filed).map(({ by, command, notBefore }): DemoAct => {
      const next = plusOfficeHours(calendar, at, at === begun ? 1 : GAP);
      const due = notBefore === undefined ? next : beijing(notBefore, 10);
      at = new Date(Math.min(Math.max(next.getTime(), due.getTime()), now.getTime() - 1000));
      return { at, by, command };
    });
    const { requestLetter: _letter, budgetForm: _form, ...half } = answers;
    return {
      key: plan.key,
      service: 'hkm-trip',
      filer: holderOf(world, plan.unit, 'filer'),
      begunAt: begun,
      ...(plan.until === 'draft' ? { draft: half } : {}),
      acts,
    };
  });
};
