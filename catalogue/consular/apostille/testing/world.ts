import { codePerson, grantMac } from '@zhitongche/account/server';
import type { Role } from '@zhitongche/access';
import { act, createCase } from '@zhitongche/case/server';
import type { OfficeActor } from '@zhitongche/core/server';
import type { Answers, FileRef } from '@zhitongche/form';
import { newId } from '@zhitongche/host';
import { keepRow } from '@zhitongche/register/server';
import type { CommandShape } from '@zhitongche/contract';
import { type TestOffice, testOffice } from '../../../../apps/server/testing/office.ts';
import { freshKey, revisionOf } from '../../../../apps/server/testing/story.ts';
import { workOff } from '../../../../apps/server/testing/jobs.ts';
import { picture, seal, signature } from '../../../shared/demo/picture.ts';
import { attendances } from '../../../office/attendance/index.ts';
import { courses } from '../../../office/course/index.ts';
import { stickers } from '../../../stock/sticker/index.ts';
import { sampleAnswers } from '../sample.ts';
import { apostille, apostilleBook, sealSpecimens } from '../server/index.ts';

/** A test office with a consular division: who reviews, who signs, and a shelf of stickers. */
export interface ApostilleOffice {
  readonly t: TestOffice;
  readonly reviewer: OfficeActor;
  readonly head: OfficeActor;
  readonly consular: string;
}

/** Opens it with `serials` on the shelf. */
export async function apostilleOffice(serials: readonly string[] = []): Promise<ApostilleOffice> {
  const registers = [apostilleBook, sealSpecimens, stickers, courses, attendances];
  const t = await testOffice({ services: [apostille], registers, pool: 16 });
  const consular = newId();
  await t.base.owner.query(
    "insert into org (office, id, parent, kind, name, code) values ($1, $2, $3, 'division', '领事处', 'consular')",
    [t.office, consular, t.orgs.root],
  );
  const reviewer = await person(t, 'reviewer', '领事处经办', 'handler', consular);
  const head = await person(t, 'signatory', '领事处处长', 'division-head', consular);
  for (const serial of serials)
    await keepRow(t.app, reviewer, {
      register: 'sticker',
      key: freshKey(),
      command: { act: 'enter', answers: { serial, batch: '2026-01', place: 'store' } },
    });
  return { t, reviewer, head, consular };
}

/** Somebody with one post. */
export async function person(
  t: TestOffice,
  username: string,
  name: string,
  role: Role,
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
  const grant = { office: t.office, id: newId(), person: id, role, org, status: 'active' };
  await query(
    `insert into role_grant (office, id, person, role, org, status, asked_by, mac) values ($1, $2, $3, $4, $5, 'active', $3, $6)`,
    [t.office, grant.id, id, role, org, grantMac(t.app.keys, grant)],
  );
  const grants = [{ role, org }];
  return { office: t.office, source: '127.0.0.1', id, name, org, grants, standsInFor: [] };
}

/** Somebody of the office passed the course for apostilles on a day. */
export async function passedCourse(
  { t, reviewer, consular }: ApostilleOffice,
  who: OfficeActor,
  day: string,
): Promise<void> {
  const terms = { kind: 'apostille', day, hours: '4.0' };
  const keeps = async (register: string, command: object, of: object = {}) =>
    await keepRow(t.app, reviewer, { register, key: freshKey(), command, ...of } as never);
  const course = await keeps('course', {
    act: 'enter',
    answers: { ...terms, title: `附加证明书业务培训 ${day}` },
  });
  const { id } = await keeps('attendance', {
    act: 'enter',
    answers: {
      ...terms,
      course: { id: course.id, title: '' },
      name: who.name,
      unit: { id: consular, title: '' },
    },
  });
  await keeps('attendance', { act: 'move', move: 'sign-in', data: { why: '补登' } }, { id, revision: 1 });
  await keeps('attendance', { act: 'move', move: 'sign-out', data: {} }, { id, revision: 2 });
  await keeps('attendance', { act: 'move', move: 'pass', data: { score: 90 } }, { id, revision: 3 });
}

/** Files a seal or signature of an issuer, as a picture of its own. */
export async function filesSpecimen(
  { t, reviewer }: ApostilleOffice,
  kind: 'seal' | 'signature',
  issuer: string,
  name: string,
): Promise<void> {
  const stored = await t.app.blobs.put(
    picture(60, [180, 30, 30], kind === 'seal' ? seal : signature(name.length)),
  );
  const file = { id: newId(), name: '样本.png', type: 'image/png', ...stored };
  await t.app.db.query(
    `insert into kept_upload (office, id, register, name, type, size, digest, by_person, at)
     values ($1, $2, 'apostille-specimen', $3, $4, $5, $6, $7, $8)`,
    [t.office, file.id, file.name, file.type, file.size, file.digest, reviewer.id, t.app.clock()],
  );
  await keepRow(t.app, reviewer, {
    register: 'apostille-specimen',
    key: freshKey(),
    command: { act: 'enter', answers: { kind, issuer, name, from: '2020-01-01', picture: [{ ...file }] } },
  });
}

/** Files the sample as a unit, with uploads of its own; gives its id. */
export async function filed(
  { t }: ApostilleOffice,
  over: Answers = {},
  original: Uint8Array = new TextEncoder().encode('%PDF-1.4 original'),
): Promise<string> {
  const filer = await t.actor('filer');
  const { id } = await createCase(t.app, filer, { key: freshKey(), service: 'apostille' });
  const answers = { ...sampleAnswers('2026-03-02'), ...over };
  const documents = (answers.documents as { scan: FileRef[] }[]).map((told) => ({ ...told }));
  for (const told of documents) {
    const [sent] = told.scan;
    const bytes = sent?.type === 'application/pdf' ? original : picture(40, [0, 0, 0], seal);
    const stored = await t.app.blobs.put(bytes);
    const file = { id: newId(), name: sent?.name ?? '', type: sent?.type ?? '', ...stored };
    await t.app.db.query(
      `insert into upload (office, id, case_id, name, type, size, digest, by_person, at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [t.office, file.id, id, file.name, file.type, file.size, file.digest, filer.id, t.app.clock()],
    );
    told.scan = [file];
  }
  await takesAs(t, filer, id, { act: 'submit', answers: { ...answers, documents } });
  return id;
}

/** Takes an act as somebody, on the case as it stands now, and does what it sets off. */
export async function takesAs(
  t: TestOffice,
  by: OfficeActor,
  caseId: string,
  command: CommandShape,
): Promise<void> {
  await act(t.app, by, { caseId, revision: await revisionOf(t, caseId), key: freshKey(), command });
  await workOff(t.app);
}

/** Accepts, finds both papers in order and signs: the certificates are made. */
export async function signed(office: ApostilleOffice, id: string, way = 'apostille'): Promise<void> {
  const { t, reviewer, head } = office;
  const accepts = { act: 'accept', data: { way, originals: 'seen' } };
  await takesAs(t, await t.actor('window'), id, accepts);
  await takesAs(t, await t.actor('window'), id, {
    act: 'pay-counter',
    data: { way: 'cash', reference: '0001' },
  });
  await takesAs(t, reviewer, id, { act: 'sound', strands: ['d1', 'd2'] });
  await takesAs(t, reviewer, id, { act: 'send' });
  await takesAs(t, head, id, { act: 'sign', data: {} });
}
