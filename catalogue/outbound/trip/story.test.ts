import { addDays, type Json } from '@zhitongche/base';
import type { Answers } from '@zhitongche/form';
import { personOf, type Story, story } from '@zhitongche/case/testing';
import { describe, expect, test } from 'vitest';
import { worldOf } from '../../shared/testing/context.ts';
import { outboundTrip } from './index.ts';
import { sampleStanding } from './sample-people.ts';
import { ownDelegation, spanLeader, spanParticipant } from './samples.ts';
import {
  HANDLER,
  HEAD,
  SECURITY,
  FINANCE,
  begun,
  inCity,
  throughUnit,
  throughCity,
  accepted,
  countersigned,
  asked,
  day,
  membersOf,
} from './testing/roads.ts';

describe('a clerk files a trip of six persons, three countries, ten days', () => {
  test('a seventh person, an eleventh day and a hotel above the standard are stopped together, each with its basis', () => {
    const s = inCity();
    const sample = s.answers();
    const legs = Array.isArray(sample.legs) ? sample.legs : [];
    const over = {
      members: [...membersOf(sample), {}],
      entryDate: addDays(day(sample.entryDate), 1),
      legs: legs.map((leg: Json, i) =>
        i === 0 && leg instanceof Object ? { ...leg, hotelPrice: '26000.00' } : leg,
      ),
    };
    const stopped = s.refused('filer', { act: 'submit', answers: s.answers(over) });
    const told = new Map(stopped.map((p) => [p.code, p]));
    expect(told.get('R-08')?.message).toContain('7人');
    expect(told.get('R-03')?.message).toContain('11天');
    expect(told.get('F-01')?.message).toContain('20000日元');
    for (const code of ['R-08', 'R-03', 'F-01']) expect(told.get(code)?.basis?.title).toMatch(/中办发|财行/);
    expect(s.events).toEqual([]);
  });

  test('unit, city with three faults at once, again, window, two divisions with an added signer, head, deputy, papers', () => {
    const s = throughUnit(inCity());
    expect(s.state.step).toBe('city-review');
    expect(s.state.promise).toBeNull();

    const faults = [
      { at: 'members.2.post', message: '职务与邀请函不一致' },
      { at: 'legs.0.inviterPost', message: '缺邀请人职务' },
      { at: 'publicity.0.feedback', message: '请写明公示反馈' },
    ];
    s.act('city-reviewer', { act: 'correct', faults });
    expect(s.state).toMatchObject({ status: 'correcting', faults });

    s.submit({ tasks: '已按要求补充各国任务。' });
    expect(s.state).toMatchObject({ step: 'city-review', round: 2, status: 'running' });

    s.act('city-reviewer', { act: 'agree' }).act('city-leader', { act: 'agree', opinion: '同意上报。' });
    s.act('window', { act: 'accept' });
    expect(s.state.promise).toMatchObject({ startedOn: '2026-03-02', days: 3, due: '2026-03-05' });
    expect(asked(s)).toContain('acceptance');

    s.act(HANDLER, { act: 'agree', opinion: '材料齐全，拟同意。' });
    expect(s.state.step).toBe('countersign');
    s.act(SECURITY, { act: 'agree' });
    s.act(FINANCE, { act: 'add-before', persons: [personOf('countersigner@budget')] });
    s.act('countersigner@budget', { act: 'agree', opinion: '预算标准无误。' });
    expect(s.state.step).toBe('countersign');
    s.act(FINANCE, { act: 'agree' });
    expect(s.state.step).toBe('division-head');

    s.act(HEAD, { act: 'agree' }).act('deputy-director', { act: 'agree', opinion: '同意。' });
    expect(s.state).toMatchObject({ step: 'issuing', promise: { stoppedOn: '2026-03-02', late: false } });
    s.issueAll();
    expect(s.state.step).toBe('abroad');
    expect(asked(s)).toEqual(['acceptance', 'funding-opinion', 'approval', 'roster']);
  });

  test('an urgent trip says so in every list and is promised sooner than a usual one', () => {
    const promised = (urgency: string) => {
      const s = accepted(begun(), { urgency });
      return { urgent: s.state.summary?.urgent ?? false, days: s.state.promise?.days ?? 0 };
    };
    const [usual, urgent] = [promised('normal'), promised('urgent')];
    expect([usual.urgent, urgent.urgent]).toEqual([false, true]);
    expect(urgent.days).toBeLessThan(usual.days);
  });

  test('what was computed is frozen with the submission', () => {
    const { derived, summary } = throughUnit(begun()).state;
    expect(derived).toMatchObject({
      days: 10,
      countries: ['日本', '韩国', '新加坡'],
      highestRank: 'division',
    });
    expect(summary?.facts).toContainEqual({ label: '人数', value: '6人' });
  });

  test('a paper that cannot be made leaves the case visible and retryable, never lost', () => {
    const s = countersigned(begun()).act(HEAD, { act: 'agree' }).act('deputy-director', { act: 'agree' });
    s.failPaper('approval');
    expect(s.state.status).toBe('stuck');
    s.act(HANDLER, { act: 'retry', paper: 'approval' }).issueAll();
    expect(s.state).toMatchObject({ status: 'running', step: 'abroad' });
  });
});

describe('who decides', () => {
  const bureau = {
    members: membersOf(ownDelegation({ today: '2026-03-02' })).map((m, i) =>
      i === 0 && m instanceof Object ? { ...m, ...sampleStanding('bureau') } : m,
    ),
  };
  const upTo = (answers: Answers, explanations = {}): Story =>
    throughUnit(begun(), answers, undefined, explanations)
      .act('window', { act: 'accept' })
      .act(HANDLER, { act: 'agree', opinion: '拟同意。' })
      .act(SECURITY, { act: 'agree' })
      .act(FINANCE, { act: 'agree' })
      .act(HEAD, { act: 'agree' });

  test('with a 厅局级 the director signs, the case goes up and waits, and the reply comes back with number and date', () => {
    const s = upTo(bureau).act('deputy-director', { act: 'agree' });
    expect(s.state.step).toBe('director');
    s.act('director', { act: 'agree' });
    expect(s.state).toMatchObject({ step: 'report-up', status: 'outside' });
    expect(s.state.promise?.pauses).toHaveLength(1);
    s.on('2026-03-09').act(HANDLER, {
      act: 'report',
      reply: {
        result: 'approved',
        number: '某政外〔2026〕3号',
        date: '2026-03-09',
        authority: '某某省人民政府',
      },
    });
    expect(s.state.step).toBe('issuing');
    expect(s.state.promise?.late).toBe(false);
  });

  test('cancelling ends with the first signature of a leader who decides on that road, and opens again if it is returned', () => {
    const mayCancel = (s: Story) => s.open('filer').some((act) => act.kind === 'cancel');
    const s = upTo(bureau);
    expect(s.state.step).toBe('deputy');
    expect(mayCancel(s)).toBe(true);
    s.act('deputy-director', { act: 'agree' });
    expect(s.state.step).toBe('director');
    expect(mayCancel(s)).toBe(false);
    s.act('director', { act: 'return', to: 'handler', opinion: '请补充论证。' });
    expect(mayCancel(s)).toBe(true);
  });

  test('where the head of division decides alone, the head ends cancelling, also while the case waits above', () => {
    const policies = { 'outbound-trip.route.deputy': [], 'outbound-trip.route.director': [] };
    const s = accepted(begun({ policies }), bureau);
    s.act(HANDLER, { act: 'agree', opinion: '拟同意。' });
    s.act(SECURITY, { act: 'agree' }).act(FINANCE, { act: 'agree' }).act(HEAD, { act: 'agree' });
    expect(s.state.step).toBe('report-up');
    expect(s.open('filer').map((act) => act.kind)).not.toContain('cancel');
  });

  test('a refusal from above ends the case', () => {
    const s = upTo(bureau).act('deputy-director', { act: 'agree' }).act('director', { act: 'agree' });
    s.act(HANDLER, {
      act: 'report',
      reply: {
        result: 'refused',
        number: '某政外〔2026〕4号',
        date: '2026-03-02',
        authority: '某某省人民政府',
      },
    });
    expect(s.state).toMatchObject({ status: 'refused' });
  });

  test('a deputy may bring an ordinary case before the director, who may report it', () => {
    const s = upTo({}).act('deputy-director', { act: 'to-director', opinion: '请主任审定。' });
    s.act('director', { act: 'escalate' });
    expect(s.state.status).toBe('outside');
  });

  test('a city with delegated authority accepts, decides and issues itself', () => {
    const s = throughUnit(inCity({ policies: { 'outbound-trip.city-delegated': true } }));
    s.act('city-reviewer', { act: 'accept' });
    expect(s.state.promise?.due).toBe('2026-03-05');
    s.act('city-leader', { act: 'agree' });
    expect(s.state.step).toBe('issuing');
    const approval = outboundTrip.papers.find((p) => p.key === 'approval');
    expect(typeof approval?.issuer === 'function' ? approval.issuer(s.state) : '').toBe('city');
  });

  test('the same city sends a 厅局级 on to the province', () => {
    const s = throughUnit(inCity({ policies: { 'outbound-trip.city-delegated': true } }), bureau);
    s.act('city-reviewer', { act: 'agree' }).act('city-leader', { act: 'agree' });
    expect(s.state.step).toBe('window');
  });

  test('an office without countersigning passes the panel over', () => {
    const s = accepted(begun({ policies: { 'outbound-trip.countersign': [] } }));
    s.act(HANDLER, { act: 'agree', opinion: '拟同意。' });
    expect(s.state.step).toBe('division-head');
  });

  test('a division that does not agree sends the case back to the handler', () => {
    const s = accepted(begun()).act(HANDLER, { act: 'agree', opinion: '拟同意。' });
    s.act(SECURITY, { act: 'refuse', opinion: '目的地安全形势不宜。' });
    expect(s.state.step).toBe('handler');
  });
});

describe('papers by type of case', () => {
  const issued = (answers: Answers): readonly string[] => {
    const s = begun({ policies: { 'outbound-trip.route.report-span': false } });
    accepted(s, answers);
    s.act(HANDLER, { act: 'agree', opinion: '拟同意。' })
      .act(SECURITY, { act: 'agree' })
      .act(FINANCE, { act: 'agree' });
    s.act(HEAD, { act: 'agree' }).act('deputy-director', { act: 'agree' });
    return asked(s).filter((paper) => paper !== 'acceptance');
  };
  test('a participant gets a confirmation', () => {
    expect(issued(spanParticipant({ today: '2026-03-02' }))).toEqual([
      'funding-opinion',
      'confirmation',
      'roster',
    ]);
  });
  test('an organiser gets the approval and a notice for each of the other units', () => {
    expect(issued(spanLeader({ today: '2026-03-02' }))).toEqual([
      'funding-opinion',
      'approval',
      'notice:某某省科学院',
      'notice:某某大学',
      'roster',
    ]);
  });
});

describe('corrections, returns and refusals at the province', () => {
  test('the window sends a formal notice with every fault, and the promise has not begun', () => {
    const s = throughUnit(begun());
    s.act('window', { act: 'correct', faults: [{ at: 'invitation', message: '邀请函缺签字' }] });
    expect(asked(s)).toEqual(['correction']);
    expect(s.state.promise).toBeNull();
    s.submit().act('window', { act: 'accept' });
    expect(s.state.step).toBe('handler');
  });

  test('after acceptance the promise stands still while the unit corrects', () => {
    const s = accepted(begun()).on('2026-03-03');
    const faults = [{ at: '', message: '补充安全预案' }];
    s.act(HANDLER, { act: 'found', faults }).act('window', { act: 'correct', faults });
    s.on('2026-03-16').submit(s.state.answers);
    // One of three working days was used; two are left from Monday the 16th.
    expect(s.state.promise?.due).toBe('2026-03-18');
  });

  test('the head returns to any step passed, and it is done again from there', () => {
    const s = countersigned(begun()).act(HEAD, { act: 'return', to: 'handler', opinion: '请核对经费。' });
    expect(s.state.step).toBe('handler');
  });

  test('refused with a reason, the case is closed and its clock stopped', () => {
    const s = accepted(begun()).act(HANDLER, { act: 'refuse', opinion: '任务与上月团组重复。' });
    expect(s.state).toMatchObject({ status: 'refused', promise: { stoppedOn: '2026-03-02' } });
  });

  test('suspended and resumed, the days between do not count', () => {
    const s = accepted(begun()).act(HANDLER, { act: 'suspend', opinion: '等待国别风险提示。' });
    expect(s.state.status).toBe('suspended');
    s.on('2026-03-10').act(HANDLER, { act: 'resume' });
    expect(s.state.promise?.due).toBe('2026-03-13');
  });

  test('the applicant may take the filing back before anyone acted, and give it up before it is decided', () => {
    expect(begun().submit().act('filer', { act: 'withdraw' }).state.status).toBe('correcting');
    const s = accepted(begun()).act('filer', { act: 'cancel', opinion: '对方推迟活动。' });
    expect(s.state.status).toBe('cancelled');
  });

  test('the promise is reminded of and overdue once', () => {
    const s = accepted(begun()).on('2026-03-06').tick().tick();
    const promised = s.events.filter(({ body }) => body.type === 'overdue' && body.clock === 'promise');
    expect(promised).toHaveLength(1);
    expect(s.state.promise?.overdue).toBe(true);
  });
});

describe('a unit that keeps passports too long', () => {
  const documents = [
    { kind: 'passport', holder: '甲', caseNumber: 'C-0', due: '2026-01-20', daysLate: 41 },
  ] satisfies readonly Json[];

  test('cannot file until they are back', () => {
    const s = begun({ lookups: { 'overdue-passports': { documents } } });
    expect(s.refused('filer', { act: 'submit', answers: s.answers() }).map((p) => p.code)).toEqual(['R-28']);
    s.given({ lookups: { 'overdue-passports': { documents: [] } } }).submit();
    expect(s.state.step).toBe('unit-opinions');
  });
});

test('the May holiday is not counted', () => {
  // 2026: 30 April Thursday; 1, 4 and 5 May off.
  const s = story(outboundTrip, worldOf({ today: '2026-04-30' }));
  accepted(s);
  expect(s.state.promise?.due).toBe('2026-05-08');
});

test('city and province are walked in order', () => {
  expect(throughCity(inCity()).state.path.map((p) => p.step)).toEqual([
    'unit-opinions',
    'unit-sign',
    'personnel-filing',
    'city-review',
    'city-leader',
    'window',
  ]);
});
