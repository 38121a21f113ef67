import type { Command } from '@zhitongche/case';
import type { Cast, Story } from '@zhitongche/case/testing';
import {
  CLEARED,
  FINANCE,
  HANDLER,
  HEAD,
  SECURITY,
} from '../../../../catalogue/outbound/trip/testing/roads.ts';

interface Deed {
  readonly step: string;
  readonly who: Cast;
  readonly does: Command;
}
const agree: Command = { act: 'agree', opinion: '同意。' };
/** The answer of an authority above. */
const replyOf = (authority: string): Command => ({
  act: 'report',
  reply: { result: 'approved', number: '某政外〔2026〕3号', date: '2026-03-02', authority },
});

/** Words of the road: at which step, who acts and how. */
const deedsOf = (authority: string): Readonly<Record<string, readonly Deed[]>> => ({
  意见: [
    { step: 'unit-opinions', who: 'unit-affairs', does: agree },
    { step: 'unit-opinions', who: 'unit-finance', does: agree },
    { step: 'unit-opinions', who: 'unit-personnel', does: agree },
  ],
  签批: [{ step: 'unit-sign', who: 'signer', does: agree }],
  主管: [{ step: 'superior', who: 'signer@superior', does: agree }],
  备案: [{ step: 'personnel-filing', who: 'unit-personnel', does: { act: 'filed', data: CLEARED } }],
  市审: [{ step: 'city-review', who: 'city-reviewer', does: agree }],
  市受理: [{ step: 'city-review', who: 'city-reviewer', does: { act: 'accept' } }],
  市签: [{ step: 'city-leader', who: 'city-leader', does: agree }],
  受理: [{ step: 'window', who: 'window', does: { act: 'accept' } }],
  经办: [{ step: 'handler', who: HANDLER, does: agree }],
  会签: [
    { step: 'countersign', who: SECURITY, does: agree },
    { step: 'countersign', who: FINANCE, does: agree },
  ],
  处长: [{ step: 'division-head', who: HEAD, does: agree }],
  副主任: [{ step: 'deputy', who: 'deputy-director', does: agree }],
  主任: [{ step: 'director', who: 'director', does: agree }],
  上报: [{ step: 'report-up', who: HANDLER, does: replyOf(authority) }],
});

/** The same for a request after the approval; the step is named after the request. */
const laterOf = (asks: string, authority: string): Readonly<Record<string, Deed>> => ({
  签批: { step: `${asks}-sign`, who: 'signer', does: agree },
  主管: { step: `${asks}-superior`, who: 'signer@superior', does: agree },
  市审: { step: `${asks}-city-review`, who: 'city-reviewer', does: agree },
  市签: { step: `${asks}-city`, who: 'city-leader', does: agree },
  经办: { step: `${asks}-review`, who: HANDLER, does: agree },
  处长: { step: `${asks}-decide`, who: HEAD, does: agree },
  副主任: { step: `${asks}-deputy`, who: 'deputy-director', does: agree },
  主任: { step: `${asks}-director`, who: 'director', does: agree },
  上报: { step: `${asks}-up`, who: HANDLER, does: replyOf(authority) },
});

const act = (s: Story, word: string, deeds: readonly (Deed | undefined)[]): void => {
  for (const deed of deeds.length === 0 ? [undefined] : deeds) {
    if (deed?.step !== s.state.step)
      throw new Error(`the table says ${word}, the case is at ${s.state.step ?? 'no step'}`);
    s.act(deed.who, deed.does);
  }
};

/** Walks a filed case along the road of the table; fails at the first step that is another. */
export const walk = (s: Story, road: string, authority: string): Story => {
  const deeds = deedsOf(authority);
  for (const word of road.split(' ')) act(s, word, deeds[word] ?? []);
  return s;
};

/** Walks a request after the approval. */
export const walkRequest = (s: Story, asks: string, road: string, authority: string): Story => {
  const deeds = laterOf(asks, authority);
  for (const word of road.split(' ')) act(s, word, [deeds[word]]);
  return s;
};

const PAPERS: Readonly<Record<string, string>> = {
  acceptance: '受理通知',
  approval: '批件',
  notice: '通知书',
  confirmation: '确认件',
  roster: '名单',
  'funding-opinion': '意见表',
  amendment: '变更批件',
};

/** The paper a word of the table stands for, with its addressee. */
export const nameOf = (word: string): string => {
  const [kind = '', ...to] = word.split(':');
  const name = Object.entries(PAPERS).find(([, said]) => said === kind)?.[0] ?? kind;
  return [name, ...to].join(':');
};

/** Papers asked for from some point on, in the words of the table; one made for a unit names it. */
export const papersOf = (s: Story, from = 0): string =>
  s.state.papers
    .slice(from)
    .map(({ paper }) => {
      const [kind = '', ...to] = paper.split(':');
      return [PAPERS[kind] ?? kind, ...to].join(':');
    })
    .join(' ');

const DECIDERS: Readonly<Record<string, string>> = {
  'city-leader': '市外办',
  'division-head': '处长',
  deputy: '分管副主任',
  director: '主任',
};

/** Whoever decided: the authority that answered, or the last to sign before the papers. */
export const deciderOf = (s: Story): string => {
  const above = s.state.outside.findLast((reply) => reply.result === 'approved')?.authority;
  const steps = s.state.path.map(({ step }) => step);
  const last = steps[steps.indexOf('issuing') - 1] ?? '';
  return above ?? DECIDERS[last] ?? last;
};
