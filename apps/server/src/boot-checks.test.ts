import { measureCases } from '@zhitongche/measure';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bootChecks } from './boot-checks.ts';
import { deriveKeys } from '@zhitongche/core/server';
import { serviceRegistry } from '../../../platform/core/server/service-registry.ts';
import { testOffice, type TestOffice } from '../testing/office.ts';
import { submitted, takes } from '../testing/story.ts';
import { toyService } from '../testing/toy-service.ts';

let t: TestOffice;
beforeAll(async () => {
  t = await testOffice({ services: [toyService] });
  await submitted(t, 'toy', { subject: '海南', copies: 1 });
});
afterAll(() => t.drop());

describe('the program does not start', () => {
  it('never without reason: with its own key and its own services it does', async () => {
    expect(await bootChecks({ ...t.app, services: serviceRegistry([toyService]) })).toEqual([]);
  });
  it('with another master key, for it would seal beside what it cannot read', async () => {
    const other = deriveKeys(new Uint8Array(32).fill(3));
    expect(await bootChecks({ ...t.app, keys: other, services: serviceRegistry([toyService]) })).toEqual([
      expect.stringContaining('主密钥与数据库不符'),
    ]);
  });
  it('without a version of a service that cases still run on', async () => {
    const newer = { ...toyService, version: 2 };
    expect(await bootChecks({ ...t.app, services: serviceRegistry([newer]) })).toEqual([
      expect.stringContaining('事项 toy 第 1 版'),
    ]);
  });
  it('without an older version only closed cases are of, beside others', async () => {
    const newer = { ...toyService, version: 2 };
    const id = await submitted(t, 'toy', { subject: '海南', copies: 1 });
    await takes(t, 'filer', id, { act: 'cancel', opinion: '不再办理' });
    // As cases of a later version and of another service would stand beside it.
    await t.base.owner.query('update case_file set version = 2 where office = $1 and id <> $2', [
      t.office,
      id,
    ]);
    expect(await bootChecks({ ...t.app, services: serviceRegistry([newer]) })).toEqual([
      expect.stringContaining('事项 toy 第 1 版'),
    ]);
    expect(await bootChecks({ ...t.app, services: serviceRegistry([toyService, newer]) })).toEqual([]);
    await t.base.owner.query('update case_file set version = 1 where office = $1', [t.office]);
  });
  it('without a step that cases stand at', async () => {
    const { sign: _sign, ...steps } = toyService.flow.steps;
    const cut = { ...toyService, flow: { ...toyService.flow, steps } };
    expect(await bootChecks({ ...t.app, services: serviceRegistry([cut]) })).toEqual([
      expect.stringContaining('环节 sign'),
    ]);
  });
  it('with a service whose rules ask a register nobody answers for, for they would never run', async () => {
    const asking = {
      ...toyService,
      facts: { tables: [], lookups: { debts: { provider: 'person-debts', args: () => ({}) } } },
    };
    expect(await bootChecks({ ...t.app, services: serviceRegistry([asking]) })).toEqual([
      expect.stringContaining('person-debts'),
    ]);
  });

  it('with a service that does not say how long it keeps drafts, files and personal data', async () => {
    const silent = {
      ...toyService,
      policies: toyService.policies.filter((def) => !def.key.includes('.keep.')),
    };
    expect(await bootChecks({ ...t.app, services: serviceRegistry([silent]) })).toEqual([
      expect.stringMatching(/事项 toy 没有写明保存期限（草稿、附件、个人信息）/),
    ]);
  });

  it('when a measure counts what is not there, or two share a code', async () => {
    const measure = { ...measureCases('toy', []), measures: [{ code: 'toy.a' }, { code: 'toy.a' }] } as never;
    const lost = { ...measureCases('gone', []), measures: [{ code: 'gone.a' }] } as never;
    expect(
      await bootChecks({ ...t.app, services: serviceRegistry([toyService]), measures: [measure, lost] }),
    ).toEqual([
      '指标 gone.a 取自 gone，本程序没有这个事项或台账。',
      '指标 toy.a 有两处定义，数值会混在一起。',
    ]);
  });

  it('but for one thing that two services count in the same words', async () => {
    const other = {
      ...toyService,
      code: 'other',
      policies: toyService.policies.map((def) => ({ ...def, key: def.key.replace('toy.', 'other.') })),
    };
    const counted = { code: 'x.n', name: '人次', what: '每人一计', unit: '人次', sort: 'person-times' };
    const counts = (service: string, more: object = {}) =>
      ({ ...measureCases(service, []), measures: [{ ...counted, ...more }] }) as never;
    const found = async (...measures: readonly never[]) =>
      await bootChecks({ ...t.app, services: serviceRegistry([toyService, other]), measures });
    expect(await found(counts('toy'), counts('other'))).toEqual([]);
    expect(await found(counts('toy'), counts('other', { unit: '个' }))).toEqual([
      '指标 x.n 有两处定义，数值会混在一起。',
    ]);
  });
});
