import { addDays } from '@zhitongche/base';
import type { Story } from '@zhitongche/case/testing';
import { newId } from '@zhitongche/host';
import { carryOut, keepRow, verifyKept } from '@zhitongche/register/server';
import { lookupDigest } from '@zhitongche/core/server';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Cast, testOffice, type TestOffice } from '../../../../apps/server/testing/office.ts';
import { effectiveTrip } from '../../../../catalogue/outbound/trip/effective.ts';
import { outboundTrip } from '../../../../catalogue/outbound/trip/index.ts';
import { overdueDocuments } from '../../../../catalogue/outbound/trip/lookup-answers.ts';
import { DOCUMENTS_KEPT, keptDocuments } from '../../../../catalogue/shared/late-documents.ts';
import { agreedTo, approved, begun, handIn } from '../../../../catalogue/outbound/trip/testing/roads.ts';
import { custody, ownCustody } from '../../../../catalogue/travel-document/custody/index.ts';
import { ownDelegation } from '@zhitongche/catalogue/outbound/trip/samples.ts';
import { lookupsFor } from './catalogue.ts';

let t: TestOffice;
beforeAll(async () => {
  t = await testOffice({ registers: [custody, ownCustody] });
});
afterAll(() => t.drop());

const NUMBER = 'PE7654321';
let id = '';
let revision = 0;
const does = async (command: object) => {
  await keepRow(t.app, await t.actor('passport-officer'), {
    register: 'custody',
    id,
    revision,
    key: newId(),
    command: command as never,
  });
  revision += 1;
};
const move = (key: string, data?: object) => does({ act: 'move', move: key, ...(data ? { data } : {}) });
const PIECE = {
  kind: 'ordinary',
  holder: '沈观澜',
  place: '甲柜1层01格',
  issued: '2024-01-02',
  until: '2029-01-01',
};
const enter = async (number: string, more: object = {}) => {
  const made = await keepRow(t.app, await t.actor('passport-officer'), {
    register: 'custody',
    key: newId(),
    command: {
      act: 'enter',
      answers: {
        ...PIECE,
        number,
        unit: { id: t.orgs.unit, title: '' },
        ...more,
      },
      despite: '另一本',
    } as never,
  });
  id = made.id;
  revision = 1;
};
const row = async () => {
  const [one] = await t.base.owner.query<{ stage: string; due: string; revision: number }>(
    `select stage, coalesce(state->'answers'->>'due', '') as due, revision from kept_row where id = $1`,
    [id],
  );
  return one;
};
beforeEach(async () => {
  await t.base.owner.query(`delete from register_row`);
  t.at('2026-03-02');
});

describe('whether a unit may file', () => {
  const locks = async () => {
    const answers = ownDelegation({ today: '2026-03-02' });
    const told = await lookupsFor(t.app, await t.actor('filer'), 'outbound-trip', { answers });
    return [
      ...overdueDocuments(told['overdue-passports']),
      ...keptDocuments(told[DOCUMENTS_KEPT], t.app.clock().toISOString().slice(0, 10)),
    ].map(({ kept, due, caseNumber, daysLate }) => ({ kept, due, caseNumber, daysLate }));
  };

  test('follows the register of documents for what that keeps, and the trips’ own record for what it does not', async () => {
    const out = async (number: string) =>
      await t.base.owner.query(
        `insert into register_row (office, register, id, case_id, unit, day, keys, data)
         values ($1, 'passport-custody', $2, $3, $4, '2026-01-05', $5, $6)`,
        [
          t.office,
          newId(),
          newId(),
          t.orgs.unit,
          [lookupDigest(number, t.app.keys)],
          JSON.stringify({
            holder: '欧阳',
            due: '2026-01-05',
            document: 'passport',
            caseNumber: 'C-1',
            state: 'out',
          }),
        ],
      );
    await out(NUMBER);
    await out('PE0000001');
    const own = { kept: undefined, due: '2026-01-05', caseNumber: 'C-1', daysLate: 56 };
    expect(await locks()).toEqual([own, own]);

    // On the shelf, says the register: only what it does not keep still locks.
    await enter(NUMBER);
    expect(await locks()).toEqual([own]);

    t.at('2026-01-10');
    await move('lend', { borrower: '沈观澜', outside: 'C-1', exitOn: '2026-01-12', days: 5 });
    t.at('2026-03-02');
    // Due on the day the register counted, and told as it calls the document: nobody's name.
    expect(await locks()).toEqual([
      own,
      {
        kept: `公务普通护照 ${'某某省商务厅'} 甲柜1层01格`,
        due: '2026-01-24',
        caseNumber: 'C-1',
        daysLate: 37,
      },
    ]);
    await move('return', { returnedOn: '2026-03-02', stamps: true, daysAbroad: 5 });
    expect(await locks()).toEqual([own]);
  });

  test('and for what the unit keeps itself', async () => {
    t.at('2026-01-10');
    const unit = { id: t.orgs.unit, title: '' };
    const answers = { ...PIECE, number: 'PE5550001', unit, place: '机要柜' };
    const filer = await t.actor('filer');
    const made = await keepRow(t.app, filer, {
      register: 'custody-own',
      key: newId(),
      command: { act: 'enter', answers } as never,
    });
    const lend = { borrower: '甲', outside: 'X〔2026〕1号', exitOn: '2026-01-12', days: 5 };
    await keepRow(t.app, filer, {
      register: 'custody-own',
      id: made.id,
      revision: 1,
      key: newId(),
      command: { act: 'move', move: 'lend', data: lend },
    });
    t.at('2026-03-02');
    expect(await locks()).toMatchObject([{ due: '2026-01-24', daysLate: 37 }]);
    await keepRow(t.app, filer, {
      register: 'custody-own',
      id: made.id,
      revision: 2,
      key: newId(),
      command: {
        act: 'move',
        move: 'return',
        data: { returnedOn: '2026-03-02', stamps: true, daysAbroad: 5 },
      },
    });
    expect(await locks()).toEqual([]);
  });
});

describe('a permit', () => {
  const answers = ownDelegation({ today: '2026-03-02' });
  const [first, second] = (answers.members ?? []) as readonly { readonly citizenId?: string }[];
  const late = async (who: Cast) => {
    const told = await lookupsFor(t.app, await t.actor(who), 'outbound-trip', { answers });
    return [
      ...overdueDocuments(told['overdue-passports']),
      ...keptDocuments(told[DOCUMENTS_KEPT], t.app.clock().toISOString().slice(0, 10)),
    ];
  };
  const recorded = async (citizenId: string, due: string) =>
    await t.base.owner.query(
      `insert into register_row (office, register, id, case_id, unit, day, keys, data)
       values ($1, 'passport-custody', $2, $3, $4, $5::text::date, $6, $7)`,
      [
        t.office,
        newId(),
        newId(),
        t.orgs.unit,
        due,
        [lookupDigest(citizenId, t.app.keys)],
        JSON.stringify({
          holder: '欧阳',
          citizenId,
          due,
          document: 'permit',
          caseNumber: 'C-2',
          state: 'out',
        }),
      ],
    );

  test('concerns its holder alone, and the register that keeps it speaks for it', async () => {
    const { citizenId = '' } = first ?? {};
    await recorded(citizenId, '2026-01-05');
    expect(await late('filer')).toMatchObject([{ kind: 'permit', citizenId, due: '2026-01-05' }]);
    // On the shelf, says the register, whatever the trip wrote.
    t.at('2026-01-10');
    await enter('C87654321', { kind: 'permit', citizenId, place: '乙柜1层' });
    t.at('2026-03-02');
    expect(await late('filer')).toEqual([]);
    t.at('2026-01-11');
    await move('lend', { borrower: '甲', outside: 'C-3', exitOn: '2026-01-12', days: 5 });
    t.at('2026-03-02');
    expect(await late('filer')).toMatchObject([
      { kind: 'permit', citizenId, due: '2026-01-24', daysLate: 37, caseNumber: 'C-3' },
    ]);
    await move('return', { returnedOn: '2026-03-02', stamps: true, daysAbroad: 5 });
    // Back, and late: remembered with the day it was due.
    expect(await late('filer')).toMatchObject([
      { citizenId, due: '2026-01-24', returnedOn: '2026-03-02', daysLate: 37 },
    ]);
    expect(second?.citizenId).not.toBe(citizenId);
  });
});

describe('a document lent for a trip', () => {
  /** What the case as it stands tells the register, in a commit of its own. */
  const told = async (s: Story, caseNumber = 'C-9') => {
    const keep = outboundTrip.keeps?.custody;
    if (!keep) throw new Error('trips keep no documents');
    const context = { caseId: newId(), caseNumber, today: s.today, moved: [] };
    t.at(s.today);
    await t.app.db.tx(async (query) =>
      carryOut(
        t.app,
        query,
        {
          office: t.office,
          at: t.app.clock(),
          doer: { id: newId(), name: '经办', org: t.orgs.root },
          source: '',
          of: { caseId: context.caseId, number: caseNumber },
          home: t.orgs.root,
        },
        keep.register,
        keep.orders(s.state, context),
      ),
    );
    return await row();
  };
  const numberOf = (s: Story) => effectiveTrip(s.state).members?.[0]?.passportNumber ?? '';
  const lentFor = async (s: Story) => {
    const { exitDate = '', entryDate = '' } = effectiveTrip(s.state);
    t.at(s.today);
    await move('lend', { borrower: '沈观澜', outside: 'C-9', exitOn: exitDate, days: 7 });
    return { exitDate, entryDate };
  };

  test('is due as the change of its trip says, given up with it, back when the desk records it, and left alone by other cases', async () => {
    const s = approved(begun());
    await enter(numberOf(s));
    // On the shelf: nothing was lent for the trip.
    expect(await told(s)).toMatchObject({ stage: 'in', revision: 1 });
    const { exitDate, entryDate } = await lentFor(s);
    const other = await told(s, 'C-10');
    expect(other).toMatchObject({ stage: 'lent', revision: 2 });

    s.later(1).act('filer', {
      act: 'ask-extension',
      data: {
        kind: 'depart',
        reason: '对方改期',
        exitDate: addDays(exitDate, 7),
        entryDate: addDays(entryDate, 7),
      },
      explanations: { 'A-13': '对方改期' },
    });
    agreedTo(s.act('signer', { act: 'agree' })).issueAll();
    expect(effectiveTrip(s.state).exitDate).toBe(addDays(exitDate, 7));
    const later = await told(s);
    const due = outboundTrip.registers
      .find(({ key }) => key === 'passport-custody')
      ?.rows(s.state, { caseId: 'c', caseNumber: 'C-9', calendar: s.setting.calendar })[0]?.due;
    // One count of days, whichever register is asked.
    expect(later).toMatchObject({ stage: 'lent', due });
    // Told again it changes nothing.
    expect(await told(s)).toEqual(later);

    s.on(addDays(entryDate, 8)).act('filer', {
      act: 'register-return',
      data: {
        actualExit: addDays(exitDate, 7),
        actualEntry: addDays(entryDate, 7),
        actualPersons: effectiveTrip(s.state).members?.length ?? 0,
        deviation: false,
      },
    });
    handIn(s);
    expect(await told(s)).toMatchObject({ stage: 'in', due: '' });
    expect((await verifyKept(t.app, t.office)).broken).toEqual([]);
  });

  test('of a trip that was given up is due seven days from then, once', async () => {
    const s = approved(begun()).later(1);
    await t.base.owner.query(`update kept_row set retired_at = now(), unique_key = null where id = $1`, [id]);
    await enter(numberOf(s));
    await lentFor(s);
    s.act('filer', { act: 'ask-revocation', data: { reason: '邀请方取消活动', passportsOut: true } });
    agreedTo(s.act('signer', { act: 'agree' }));
    const given = await told(s);
    expect(given).toMatchObject({ stage: 'lent', due: addDays(s.today, 7) });
    s.later(2);
    expect(await told(s)).toEqual(given);
  });
});
