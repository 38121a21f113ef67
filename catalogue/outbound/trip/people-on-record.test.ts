import { sampleContext } from '@zhitongche/case/testing';
import { problemsOf } from '@zhitongche/case';
import type { Answers } from '@zhitongche/form';
import { expect, test } from 'vitest';
import { TABLES } from '../../shared/testing/tables.ts';
import { knownHost } from './fields/known-host.ts';
import { knownMember } from './fields/known-member.ts';
import { outboundTrip } from './index.ts';

const TODAY = '2026-03-02';
const KNOWN = {
  name: '孟明远',
  pinyin: 'MENG MINGYUAN',
  sex: 'male',
  citizenId: '11010519491231002X',
  birth: '1949-12-31',
  unit: { id: 'x', title: '云泽省商务厅' },
  post: '副处长',
  documents: [
    { kind: 'ordinary', number: 'E12345678', until: '2034-01-01' },
    { kind: 'service', number: 'SE0000001', until: '2027-01-01' },
    { kind: 'service-ordinary', number: 'PE1880501', until: '2029-03-18' },
  ],
};

test('a traveller picked from the register is filled in with the official passport that is good longest', () => {
  expect(knownMember.fill(KNOWN)).toEqual({
    name: '孟明远',
    pinyin: 'MENG MINGYUAN',
    sex: 'M',
    citizenId: '11010519491231002X',
    birthDate: '1949-12-31',
    employer: '云泽省商务厅',
    post: '副处长',
    passportKind: 'public-ordinary',
    passportNumber: 'PE1880501',
    passportUntil: '2029-03-18',
  });
});

test('what a reader may not see is not filled in', () => {
  expect(knownMember.fill({ name: '孟明远', unit: KNOWN.unit })).toEqual({
    name: '孟明远',
    employer: '云泽省商务厅',
  });
});

test('a traveller typed anew goes to the register with the duty of the office as the ground, a private passport never', () => {
  const row: Answers = { ...knownMember.fill(KNOWN), passportKind: 'private', passportNumber: 'E12345678' };
  const said = knownMember.propose?.(row, {});
  expect(said?.answers).toMatchObject({
    name: '孟明远',
    sex: 'male',
    unit: { id: '', title: '云泽省商务厅' },
  });
  expect(said?.answers).not.toHaveProperty('documents');
  expect(said?.fresh).toEqual({ foreign: false, origin: 'case', ground: 'duty' });
  expect(knownMember.propose?.({ name: '孟明远', employer: '云泽省商务厅' }, {})).toBeUndefined();
});

test('an approved trip puts its travellers on the register, once it is approved and not before', () => {
  const effects = (step: string) => {
    const found = outboundTrip.flow.steps[step];
    return (found && 'onEnter' in found ? found.onEnter : [])?.filter((effect) => effect.do === 'keep') ?? [];
  };
  expect(effects('abroad')).toContainEqual({ do: 'keep', keep: 'people' });
  const answers = outboundTrip.sample(TODAY);
  const orders = outboundTrip.keeps?.['people']?.orders(
    { answers, records: {}, path: [], flags: [] } as never,
    { caseId: 'c', caseNumber: 'n', today: TODAY, moved: [] },
  );
  const { members } = answers;
  expect(orders).toHaveLength(Array.isArray(members) ? members.length : 0);
  expect(orders?.every(({ row }) => row === 'propose')).toBe(true);
});

test('somebody who was taken off the register is warned of, and may travel all the same', () => {
  const context = sampleContext(outboundTrip.policies, { today: TODAY, tables: TABLES });
  const lookup = (name: string) =>
    name === 'people-on-record' ? { gone: [{ at: 1, into: '' }] } : context.facts.lookup(name);
  const found = problemsOf(outboundTrip, outboundTrip.sample(TODAY), {
    ...context,
    facts: { ...context.facts, lookup },
  }).filter(({ code }) => code === 'P-13');
  expect(found.map(({ at, level }) => [at.join('.'), level])).toEqual([['members.1.name', 'warn']]);
});

const LEG = {
  country: '日本',
  city: '东京',
  transit: false,
  inviter: '日本某国际交流协会',
  inviterForeign: 'Example International Exchange Association',
  inviterKind: 'organisation',
  inviterPerson: '佐藤健一',
  inviterPost: '事务局长',
  inviterAddress: '东京都港区',
};

test('a host is typed once: what a trip says of it goes to the register, and fills the next trip', () => {
  const said = knownHost.propose?.(LEG, {});
  expect(said?.answers).toEqual({
    name: '日本某国际交流协会',
    foreignName: 'Example International Exchange Association',
    country: '日本',
    city: '东京',
    kind: 'organisation',
    person: '佐藤健一',
    post: '事务局长',
    address: '东京都港区',
  });
  const { transit: _transit, ...told } = LEG;
  expect(knownHost.fill(said?.answers ?? {})).toEqual(told);
  expect(knownHost.propose?.({ ...LEG, transit: true }, {})).toBeUndefined();
});
