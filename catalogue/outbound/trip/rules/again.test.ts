import { addDays } from '@zhitongche/base';
import type { Answers } from '@zhitongche/form';
import { runChecks } from '../../../../platform/case/model/run-checks.ts';
import { describe, expect, test } from 'vitest';
import type { World } from '@zhitongche/case/testing';
import { contextOf } from '../../../shared/testing/context.ts';
import { effectiveTrip } from '../effective.ts';
import { outboundTrip } from '../index.ts';
import { policies } from '../policy.ts';
import { sampleCitizenId } from '../../../shared/sample-people.ts';
import { approved, begun, membersOf } from '../testing/roads.ts';
import { TODAY } from '../testing/trip.ts';

// The sample: 16 to 25 May 2026, approved on 2 March.
const { state } = approved(begun());
const { exitDate = '', entryDate = '', members: [filed] = [] } = effectiveTrip(state);
const codes = (key: 'change' | 'extension' | 'return', answers: Answers, world: World = {}) => {
  const extra = outboundTrip.forms[key];
  if (!extra) throw new Error(`no form ${key}`);
  const context = { ...contextOf(policies, { today: TODAY, ...world }), state };
  return runChecks(extra.checks ?? [], extra.form, answers, context).map(
    ({ code, level }) => `${code} ${level}`,
  );
};
const routed = (country: string, city: string, more: Answers = {}): Answers => ({
  parts: ['route'],
  exitDate,
  entryDate,
  legs: [{ country, city, transit: false, arrive: exitDate, leave: entryDate }],
  ...more,
});

describe('a change is held against what a filing is held against', () => {
  test('who goes to Taiwan, or to Hong Kong alone, files for that (C-05)', () => {
    expect(codes('change', routed('台湾', '台北'))).toContain('C-05 block');
    expect(codes('change', routed('香港', '香港'))).toContain('C-05 block');
    expect(codes('change', routed('日本', '东京'))).not.toContain('C-05 block');
  });

  test('a sensitive country brought in needs the opinion of the mission there (M-08)', () => {
    const world = { policies: { 'outbound-trip.sensitive-countries': ['埃及'] } };
    expect(codes('change', routed('埃及', '开罗'), world)).toContain('M-08 warn');
  });

  test('people brought in come with the papers people come with, and not with their kin', () => {
    const base = membersOf(state.answers);
    const joining = (more: object): Answers => ({
      parts: ['members'],
      members: [
        ...base,
        {
          name: '新来人',
          citizenId: sampleCitizenId('1950-01-01', 'M', 77),
          birthDate: '1950-01-01',
          ...more,
        },
      ],
    });
    expect(codes('change', joining({ employment: 'engaged' }))).toContain('M-09 warn');
    expect(codes('change', joining({ employment: 'reemployed' }))).toEqual(
      expect.arrayContaining(['M-04 warn', 'M-07 warn']),
    );
    expect(codes('change', joining({ secrecy: 'core' }))).toContain('M-10 warn');
    expect(codes('change', joining({ employer: '另一单位' }))).toContain('M-02 warn');
    expect(codes('change', joining({ rank: 'section', passportKind: 'diplomatic' }))).toContain('P-11 warn');
    // The family table of the sample has a spouse of this name.
    expect(codes('change', joining({ name: '林小满' }))).toContain('R-10 warn');
  });

  test('other days may lie beside another trip, of a person or of the unit', () => {
    const data = {
      kind: 'depart',
      exitDate: addDays(exitDate, 30),
      entryDate: addDays(entryDate, 30),
    };
    const citizenId = filed?.citizenId ?? '';
    const trip = {
      caseNumber: 'C-9',
      group: '另一团组',
      exitDate: data.exitDate,
      entryDate: data.entryDate,
      countries: ['日本'],
      inviters: [],
      members: 4,
    };
    const lookups = {
      'similar-trips': { trips: [trip] },
      'person-trips': { trips: [{ ...trip, citizenId, missionKind: 'visit' }] },
    };
    const found = codes('extension', data, { lookups });
    for (const code of ['R-09', 'P-12']) expect(found).toContain(`${code} warn`);
  });
});

describe('延期', () => {
  test.each([
    ['depart', -5, -5, 'A-02 block'],
    ['depart', 0, 3, 'A-02 block'],
    ['stay', 3, 5, 'A-02 block'],
    ['stay', 0, -1, 'A-02 block'],
  ])('%s: exit %i days later and entry %i is no postponement of that kind', (kind, exit, entry, code) => {
    const data = {
      kind,
      exitDate: addDays(exitDate, exit),
      entryDate: addDays(entryDate, entry),
    };
    expect(codes('extension', data)).toContain(code);
  });

  test('later, or longer, is', () => {
    const depart = {
      kind: 'depart',
      exitDate: addDays(exitDate, 5),
      entryDate: addDays(entryDate, 5),
    };
    expect(codes('extension', depart)).not.toContain('A-02 block');
    const stay = { kind: 'stay', exitDate, entryDate: addDays(entryDate, 1) };
    expect(codes('extension', stay)).not.toContain('A-02 block');
  });
});

test('a trip nobody made is given up, not registered as a return (A-03)', () => {
  const data = { actualExit: '2026-02-20', actualEntry: '2026-02-27', deviation: true };
  expect(codes('return', { ...data, actualPersons: 0 })).toContain('A-03 block');
  expect(codes('return', { ...data, actualPersons: 5 })).not.toContain('A-03 block');
});
