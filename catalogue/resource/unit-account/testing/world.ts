import { codePerson, grantMac } from '@zhitongche/account/server';
import { addPolicy } from '../../../../platform/administration/server/policies.ts';
import { createCase } from '@zhitongche/case/server';
import { withFilingRules } from '@zhitongche/case';
import type { OfficeActor, ProblemError } from '@zhitongche/core/server';
import type { Answers } from '@zhitongche/form';
import { newId } from '@zhitongche/host';
import { type Cast, type TestOffice, testOffice } from '../../../../apps/server/testing/office.ts';
import { freshKey, revisionOf, takes } from '../../../../apps/server/testing/story.ts';
import { uploaded } from '../../../../apps/server/testing/uploads.ts';
import { act } from '@zhitongche/case/server';
import { workOff } from '../../../../apps/server/testing/jobs.ts';
import { toyService } from '../../../../apps/server/testing/toy-service.ts';
import { accountFiling } from '../filing.ts';
import { unitAccount } from '../server/index.ts';

/** Codes of the standard's own example and another of its kind: sound by both check characters. */
export const USCC = '91350100M000100Y43';

/** A test office that has the account, and one service besides that asks for it. */
export const accountOffice = (): Promise<TestOffice> =>
  testOffice({ services: [unitAccount, withFilingRules(toyService, [accountFiling])], pool: 16 });

/** Puts a figure in force from a day on, as an administrator would. */
export async function puts(t: TestOffice, key: string, value: string | number, from: string): Promise<void> {
  const asked = { key: freshKey(), what: 'addPolicy', request: {} };
  await addPolicy(t.app, await t.actor('system-admin'), asked, {
    key,
    value,
    validFrom: from,
    source: '本办通知',
  });
}

/** Another clerk of a place, with a log-in of his own. */
export async function clerk(
  t: TestOffice,
  username: string,
  name: string,
  org: string,
): Promise<OfficeActor> {
  const { query } = t.base.owner;
  const id = newId();
  await query(
    `insert into person (office, id, username, name, org, password, must_change_password, password_changed_at, totp_confirmed)
     values ($1, $2, $3, $4, $5, 'none', false, '2026-03-01', true)`,
    [t.office, id, username, name, org],
  );
  await codePerson(t.app.keys, query, t.office, id);
  const grant = { office: t.office, id: newId(), person: id, role: 'filer' as const, org, status: 'active' };
  await query(
    `insert into role_grant (office, id, person, role, org, status, asked_by, mac) values ($1, $2, $3, 'filer', $4, 'active', $3, $5)`,
    [t.office, grant.id, id, org, grantMac(t.app.keys, grant)],
  );
  const grants = [{ role: 'filer' as const, org }];
  return { office: t.office, source: '127.0.0.1', id, name, org, grants, standsInFor: [] };
}

/** Everything an opening asks, with uploads of that case. */
export async function opening(
  t: TestOffice,
  by: OfficeActor,
  caseId: string,
  over: Answers = {},
): Promise<Answers> {
  const file = async (name: string) => [{ ...(await uploaded(t, by, caseId, name)) }];
  return {
    matter: 'open',
    unit: '某某省商务厅',
    uscc: USCC,
    certificate: await file('证书.pdf'),
    seal: await file('公章.png'),
    letter: await file('申请函.pdf'),
    commitment: await file('承诺书.pdf'),
    signers: [{ name: '周签批', post: '副厅长', specimen: await file('签字.png') }],
    clerks: [{ name: '专办员', login: 'filer', phone: '13900000000' }],
    ...over,
  };
}

/** Begins a filing and hands it in; gives its id. */
export async function files(
  t: TestOffice,
  by: OfficeActor,
  answers: (caseId: string) => Promise<Answers> | Answers,
  service = 'unit-account',
): Promise<string> {
  const { id } = await createCase(t.app, by, { key: freshKey(), service });
  await hands(t, by, id, await answers(id));
  return id;
}

/** Hands a draft in. */
export const hands = async (t: TestOffice, by: OfficeActor, id: string, answers: Answers): Promise<void> =>
  await act(t.app, by, {
    caseId: id,
    revision: await revisionOf(t, id),
    key: freshKey(),
    command: { act: 'submit', answers },
  });

/** The offices agree, one after the other, and the papers are made. */
export async function confirmed(t: TestOffice, id: string, road?: readonly Cast[]): Promise<void> {
  for (const who of road ?? (['signer', 'window', 'division-head'] as const))
    await takes(t, who, id, { act: 'agree' });
  await workOff(t.app);
}

/** Codes of what stands in the way, sorted; none when it went through. */
export const codes = async (work: Promise<unknown>): Promise<readonly string[]> =>
  await work.then(
    () => [],
    (error: ProblemError) =>
      [
        ...new Set(
          error.more?.problems?.filter(({ level }) => level !== 'info').map(({ code }) => code) ?? [
            error.code ?? String(error),
          ],
        ),
      ].toSorted(),
  );
