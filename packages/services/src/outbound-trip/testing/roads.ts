import type { Answers, Json } from '@zhitongche/kernel';
import { type Story, story, type World } from '@zhitongche/kernel/testing.ts';
import { worldOf } from '../../shared/testing/context.ts';
import { outboundTrip } from '../index.ts';

/** The handler of the outbound division. */
export const HANDLER = 'handler@outbound';
/** The head of that division. */
export const HEAD = 'division-head@outbound';
/** Countersigner of the security division. */
export const SECURITY = 'countersigner@security';
/** Countersigner of the finance division. */
export const FINANCE = 'countersigner@finance';

/** A case of a unit under the province office. */
export const begun = (world: World = {}): Story => story(outboundTrip, worldOf(world));
/** A case of a unit under a city office. */
export const inCity = (world: World = {}): Story => begun({ underCity: true, ...world });

/** Filed, with some answers of the sample replaced, and signed by the unit. */
export const throughUnit = (s: Story, over: Answers = {}): Story =>
  s.submit(over).act('signer', { act: 'agree', opinion: '同意申报。' });
/** Passed on by the city office. */
export const throughCity = (s: Story): Story =>
  throughUnit(s).act('city-reviewer', { act: 'agree' }).act('city-leader', { act: 'agree' });
/** Accepted at the window. */
export const accepted = (s: Story, over: Answers = {}): Story =>
  throughUnit(s, over).act('window', { act: 'accept' });
/** Agreed to by both divisions. */
export const countersigned = (s: Story, over: Answers = {}): Story =>
  accepted(s, over)
    .act(HANDLER, { act: 'agree', opinion: '拟同意。' })
    .act(SECURITY, { act: 'agree' })
    .act(FINANCE, { act: 'agree' });
/** Approved, papers in hand. */
export const approved = (s: Story, over: Answers = {}): Story =>
  countersigned(s, over).act(HEAD, { act: 'agree' }).act('deputy-director', { act: 'agree' }).issueAll();
/** A request the unit has signed, agreed to up to the deputy director, who approved the trip. */
export const agreedTo = (s: Story): Story =>
  s.act(HANDLER, { act: 'agree' }).act(HEAD, { act: 'agree' }).act('deputy-director', { act: 'agree' });

/** Papers asked for so far, in order. */
export const asked = (s: Story): readonly string[] => s.state.papers.map((p) => p.paper);
/** Rows a register takes from the case now. */
export const rowsOf = (key: string, s: Story) =>
  outboundTrip.registers
    .find((register) => register.key === key)
    ?.rows(s.state, { caseId: 'case-1', caseNumber: 'C-1', calendar: s.setting.calendar }) ?? [];
/** The first of them. */
export const firstRow = (key: string, s: Story) => rowsOf(key, s)[0];
/** A day out of answers. */
export const day = (value: Json | undefined): string => (typeof value === 'string' ? value : '');
/** Rows of the members table. */
export const membersOf = (answers: Answers): readonly Json[] =>
  Array.isArray(answers.members) ? answers.members : [];
