import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Answers } from '@zhitongche/form';
import { type Role, ROLES } from '@zhitongche/access';
import { ownDelegation } from '@zhitongche/catalogue/outbound/trip/samples.ts';
import { CLEARED } from '../../../../catalogue/outbound/trip/testing/roads.ts';
import { withUploads } from '../first-run/demo-files.ts';
import { workOff } from '../../testing/jobs.ts';
import { type Cast, type PlaceName, testOffice, type TestOffice } from '../../testing/office.ts';
import { freshKey, revisionOf, takes } from '../../testing/story.ts';
import { act, createCase, lookupsFor, caseView } from '@zhitongche/case/server';

const page = { digest: 'a'.repeat(64), size: 1000, type: 'application/pdf' };
let t: TestOffice;
beforeAll(async () => {
  t = await testOffice();
});
afterAll(() => t.drop());

const at = (role: Role, place: PlaceName): Cast => (place === 'unit' ? role : `${role}@${place}`);

/** A draft of a trip, with these answers in place of the sample's. */
const drafted = async (group: string, place: PlaceName, more: Answers = {}) => {
  const filer = await t.actor(at('filer', place));
  const { id } = await createCase(t.app, filer, { key: freshKey(), service: 'outbound-trip' });
  const sample = { ...ownDelegation({ today: '2026-03-02', group }), groupName: group, ...more };
  const answers = await withUploads(t.app, { office: t.office, caseId: id, person: filer.id }, page, sample);
  return { id, answers, filer };
};

const filed = async (group: string, place: PlaceName, more: Answers = {}): Promise<string> => {
  const { id, answers, filer } = await drafted(group, place, more);
  const { problems } = await caseView(t.app, filer, id);
  const codes = [...problems.map(({ code }) => code), 'R-09', 'R-12', 'R-15', 'R-17', 'R-19', 'R-24', 'R-32'];
  const explanations = Object.fromEntries(codes.map((code) => [code, '情况属实。']));
  const command = { act: 'submit' as const, answers, explanations };
  await act(t.app, filer, { caseId: id, revision: 0, key: freshKey(), command });
  return id;
};

/** Everybody of the unit who is asked agrees, so that the case is with the office. */
const signed = async (group: string, place: PlaceName, more: Answers = {}): Promise<string> => {
  const id = await filed(group, place, more);
  const roles = (Object.keys(ROLES) as Role[]).filter(
    (role) => role === 'signer' || role.startsWith('unit-'),
  );
  for (let turn = 0; turn < 8; turn += 1) {
    for (const role of roles) {
      const cast = at(role, place);
      const view = await caseView(t.app, await t.actor(cast), id).catch(() => null);
      if (view?.acts.some((open) => open.act === 'agree'))
        await takes(t, cast, id, { act: 'agree', opinion: '同意申报。' });
      if (view?.acts.some((open) => open.act === 'filed')) {
        const person = (await t.actor(cast)).id;
        const data = await withUploads(t.app, { office: t.office, caseId: id, person }, page, CLEARED);
        await takes(t, cast, id, { act: 'filed', data });
      }
    }
  }
  await workOff(t.app);
  return id;
};

/** Groups that the draft of a unit is told of while it is typed. */
const told = async (place: PlaceName, more: Answers = {}): Promise<readonly string[]> => {
  const { id, answers, filer } = await drafted('后来的团组', place, more);
  const found = await lookupsFor(t.app, filer, 'outbound-trip', { answers, case: id });
  const { trips } = found['similar-trips'] as { trips: readonly { group: string }[] };
  return trips.map(({ group }) => group);
};

/** What R-09 tells somebody on the page of a case. */
const warned = async (cast: Cast, id: string): Promise<string> =>
  (await caseView(t.app, await t.actor(cast), id)).problems
    .filter(({ code }) => code === 'R-09')
    .map(({ message }) => message)
    .join();

describe('R-09 团外团：同时申报的团组', () => {
  it('sees a group of the unit that is still under way, and neither drafts nor groups that ended', async () => {
    await drafted('只是草稿的团组', 'other');
    expect(await told('other')).toEqual([]);
    const first = await signed('先报的团组', 'other');
    expect(await told('other')).toEqual(['先报的团组']);
    await takes(t, 'window', first, { act: 'refuse', opinion: '不属受理范围。' });
    await workOff(t.app);
    expect(await told('other')).toEqual([]);
  });

  it('follows a correction: what is told are the countries and days of the corrected text', async () => {
    const id = await signed('改期的团组', 'other');
    await takes(t, 'window', id, {
      act: 'correct-formally',
      faults: [{ at: 'groupName', message: '团名' }],
    }).catch(() =>
      takes(t, 'window', id, { act: 'correct', faults: [{ at: 'groupName', message: '团名' }] }),
    );
    expect(await told('other')).toEqual(['改期的团组']);
    const filer = await t.actor('filer@other');
    const { state } = await caseView(t.app, filer, id);
    const command = { act: 'submit' as const, answers: { ...state.answers, groupName: '改名的团组' } };
    await act(t.app, filer, { caseId: id, revision: await revisionOf(t, id), key: freshKey(), command });
    await workOff(t.app);
    expect(await told('other')).toEqual(['改名的团组']);
    await takes(t, 'window', id, { act: 'refuse', opinion: '不属受理范围。' });
    await workOff(t.app);
  });

  it('shows whoever reviews the groups of every unit with the same inviter, and tells no unit of another’s', async () => {
    const first = await signed('商务厅的团组', 'unit');
    const second = await signed('科技厅的团组', 'other');
    expect(await told('other', {})).toEqual(['科技厅的团组']);
    expect(await warned('filer@other', second)).toBe('');
    expect(await warned('signer@other', second)).toBe('');
    expect(await warned('window', second)).toContain('商务厅的团组');
    expect(await warned('window', first)).toContain('科技厅的团组');
  });

  it('does not take two units for one group because both go to the same country', async () => {
    const legs = ownDelegation({ today: '2026-03-02' }).legs;
    const others = (Array.isArray(legs) ? legs : []).map((leg, i) =>
      leg instanceof Object && !Array.isArray(leg) ? { ...leg, inviter: `另一家邀请单位${i}` } : leg,
    );
    const id = await signed('市商务局的团组', 'cityUnit', { legs: others });
    expect(await warned('window', id)).toBe('');
    expect(await warned('city-reviewer', id)).toBe('');
  });

  it('shows a city office only what is below it', async () => {
    const id = await signed('市里又一个团组', 'cityUnit');
    expect(await warned('city-reviewer', id)).not.toContain('商务厅的团组');
    expect(await warned('city-reviewer', id)).toContain('市商务局的团组');
  });
});
