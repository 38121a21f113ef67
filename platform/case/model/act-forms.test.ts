import { describe, expect, it } from 'vitest';
import type { Check, CheckContext } from './check.ts';
import { lookupArgs } from './lookups.ts';
import { review } from './run-checks.ts';
import type { Service } from './service.ts';
import { sampleContext, story } from './testing.ts';
import { toy } from './testing/toy-service.ts';
import { withoutMasked } from '@zhitongche/form';

const rule = (code: string, wrong: (attended: number, context: CheckContext) => boolean): Check => ({
  code,
  title: code,
  level: 'block',
  basis: { title: '示例规定' },
  reads: ['attended'],
  run: ({ attended }, context) =>
    wrong(Number(attended), context) ? [{ at: ['attended'], message: code, en: code }] : [],
});

const judged = (...checks: readonly Check[]): Service => {
  const { result } = toy.forms;
  if (!result) throw new Error('the toy has lost its form');
  return { ...toy, forms: { result: { ...result, checks } } };
};

const afterwards = (service: Service) =>
  story(service, { policies: { 'toy.rule': 'any' } })
    .submit({ size: 'small' })
    .act('window', { act: 'agree' })
    .issueAll()
    .act('handler@outbound', { act: 'agree' })
    .act('division-head@outbound', { act: 'agree' })
    .issueAll();

describe("an act's form is judged with the whole case in view", () => {
  it('a figure far over what was applied for is stopped', () => {
    const s = afterwards(judged(rule('over', (n, { state }) => n > Number(state?.answers.guests))));
    expect(s.refused('filer', { act: 'register', data: { attended: 31 } })).toMatchObject([
      { code: 'over', at: ['data', 'attended'] },
    ]);
    s.act('filer', { act: 'register', data: { attended: 30 } });
  });

  it('a payment that differs from what was computed is stopped', () => {
    const perHead = (context: CheckContext): unknown =>
      context.state?.derived instanceof Object ? Reflect.get(context.state.derived, 'perHead') : undefined;
    const s = afterwards(judged(rule('due', (n, context) => n !== perHead(context))));
    expect(s.refused('filer', { act: 'register', data: { attended: 1 } })).toMatchObject([{ code: 'due' }]);
    s.act('filer', { act: 'register', data: { attended: 60 } });
  });

  it('what was recorded before counts', () => {
    const less: Check = rule('less', (n, { state }) =>
      (state?.records.result ?? []).some(({ data }) => Number(data.attended) > n),
    );
    const s = afterwards(judged(less)).act('filer', { act: 'note', data: { attended: 5 } });
    expect(s.refused('filer', { act: 'register', data: { attended: 4 } })).toMatchObject([{ code: 'less' }]);
  });

  it('the application itself is judged without any case', () => {
    const seen: unknown[] = [];
    const spy: Check = {
      ...rule('spy', () => false),
      reads: ['guests'],
      run: (_, { state }) => (seen.push(state), []),
    };
    story({ ...toy, checks: [spy] }).submit();
    expect(seen).toEqual([undefined]);
  });

  it('what the reader of a page may not see is absent, never a row of stars', () => {
    const answers = {
      contact: '0311-87801234',
      guests: 3,
      members: [{ name: '李白', idNumber: '11010519491231002X' }],
    };
    expect(withoutMasked(toy.form, answers, { clearance: 'open' })).toEqual({ guests: 3, members: [{}] });
    expect(withoutMasked(toy.form, answers, { clearance: 'sensitive' })).toEqual(answers);
  });
});

describe("lookups of an act's form", () => {
  const asking: Service = {
    ...judged(),
    facts: {
      tables: [],
      lookups: {
        guests: {
          provider: 'guests',
          args: ({ title }, act) => (title ? { title, attended: act?.data.attended ?? null } : undefined),
        },
      },
    },
  };
  const context = sampleContext(toy.policies);

  it('are asked with the answers of the case and those of the act, by one function for browser and server', () => {
    const answers = toy.sample(context.today);
    expect(lookupArgs(asking, { answers }, context)).toEqual({
      guests: { title: '友好城市座谈会', attended: null },
    });
    expect(lookupArgs(asking, { answers, act: { form: 'result', data: { attended: 7 } } }, context)).toEqual({
      guests: { title: '友好城市座谈会', attended: 7 },
    });
  });

  it('see sound answers only, and ask nothing while there is nothing to ask', () => {
    const answers = toy.sample(context.today);
    expect(
      lookupArgs(asking, { answers, act: { form: 'result', data: { attended: 'many' } } }, context),
    ).toEqual({
      guests: { title: '友好城市座谈会', attended: null },
    });
    expect(lookupArgs(asking, { answers: {} }, context)).toEqual({});
    expect(review(toy.form, [], answers, context).problems).toEqual([]);
  });
});
