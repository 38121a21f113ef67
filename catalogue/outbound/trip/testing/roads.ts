import type { Answers } from '@zhitongche/form';
import type { Json } from '@zhitongche/base';
import { UNIT_OPINIONS } from '@zhitongche/access';
import { type Story, story, type World } from '@zhitongche/case/testing';
import { worldOf } from '../../../shared/testing/context.ts';
import { outstanding } from '../custody.ts';
import { MONEY } from '../effective.ts';
import { outboundTrip } from '../index.ts';
import { sampleRelative } from '../sample-people.ts';
import { sampleUpload } from '../../../shared/sample-upload.ts';

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

/** The answer to the filing of the travellers that a unit records. */
export const CLEARED: Answers = {
  authority: '某某省委组织部',
  number: '某组外备〔2026〕12号',
  date: '2026-03-02',
  scan: sampleUpload('clearance', '人员备案表'),
};

/** Opined on by each department of the unit that is asked. */
export const opined = (s: Story): Story => {
  for (const role of UNIT_OPINIONS)
    if (s.state.step === 'unit-opinions' && s.open(role).some(({ kind }) => kind === 'agree'))
      s.act(role, { act: 'agree', opinion: '同意。' });
  return s;
};

/** The travellers cleared: the answer recorded by the unit's personnel department. */
export const filed = (s: Story): Story => s.act('unit-personnel', { act: 'filed', data: CLEARED });

/** Filed, with some answers of the sample replaced, and through the unit's own steps up to one of them, or past all. */
export const throughUnit = (
  s: Story,
  over: Answers = {},
  upTo?: 'unit-sign' | 'superior' | 'personnel-filing',
  explanations: Readonly<Record<string, string>> = {},
): Story => {
  opined(s.submit(over, explanations));
  if (upTo === 'unit-sign') return s;
  s.act('signer', { act: 'agree', opinion: '同意申报。' });
  if (s.state.step === 'superior' && upTo !== 'superior')
    s.act('signer@superior', { act: 'agree', opinion: '同意申报。' });
  return s.state.step === 'personnel-filing' && upTo === undefined ? filed(s) : s;
};
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
const nameOf = (row: unknown): string =>
  row instanceof Object && 'name' in row && typeof row.name === 'string' ? row.name : '';
/** Families of these travellers: as filed, and one relative for each whose family nobody was told of. */
export const familiesOf = (s: Story, members: readonly unknown[]): readonly Json[] =>
  members.map(nameOf).flatMap((name, i): readonly Json[] => {
    const told = relativesOf(s.state.answers).filter(
      (row) => row instanceof Object && Reflect.get(row, 'traveller') === name,
    );
    return told.length > 0 ? told : [{ ...sampleRelative(name, i) }];
  });
/** What a request passes in the unit: finance and personnel where they are asked, then the signature. */
export const unitAgreed = (s: Story): Story => {
  if (s.state.step?.endsWith('-finance')) s.act('unit-finance', { act: 'agree', opinion: '同意。' });
  if (s.state.step?.endsWith('-personnel')) s.act('unit-personnel', { act: 'filed', data: CLEARED });
  return s.act('signer', { act: 'agree' });
};
/** The trip's answers about money, as a change of it asks them again. */
export const moneyOf = ({ state }: Story): Answers =>
  Object.fromEntries(
    MONEY.flatMap((key) => (state.answers[key] === undefined ? [] : [[key, state.answers[key]]])),
  );
/** Every document that is still out handed in today. */
export const handIn = (s: Story): Story => {
  const documents = outstanding(s.state).map(({ holder, document }) => ({
    holder,
    document,
    state: 'returned',
    on: s.today,
    stampsChecked: true,
  }));
  return s.act('passport-officer', { act: 'return-passports', data: { documents } });
};

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
/** Rows of the family table. */
export const relativesOf = (answers: Answers): readonly Json[] =>
  Array.isArray(answers.relatives) ? answers.relatives : [];
/** Rows of the members table. */
export const membersOf = (answers: Answers): readonly Json[] =>
  Array.isArray(answers.members) ? answers.members : [];
