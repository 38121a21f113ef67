import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Service } from '@zhitongche/case';
import { newId } from '@zhitongche/host';
import { type Door, type Got, openDoor } from '../../../apps/server/testing/door.ts';
import { workOff } from '../../../apps/server/testing/jobs.ts';
import { testOffice, type TestOffice } from '../../../apps/server/testing/office.ts';
import {
  guest,
  type Guest,
  manyCodes,
  raised,
  registered,
} from '../../../apps/server/testing/public-door.ts';
import { publicService } from '../../../apps/server/testing/public-service.ts';
import { VISITOR_COOKIE } from './visitor-cookie.ts';

/** Flags are lent once more by one press, with what is known. */
const lendsAgain: Service = {
  ...publicService,
  links: [{ key: 'again', to: ['flags'], label: '再次借用', back: '上次借用' }],
  opens: [
    {
      key: 'again',
      label: '再借一次',
      en: 'Borrow again',
      service: 'flags',
      link: 'again',
      when: ({ state }) => state.status === 'completed',
      answers: ({ answers }) => [{ subject: answers.subject, copies: 1, holder: answers.holder }],
    },
  ],
};

let t: TestOffice;
let door: Door;
let shen: Guest;

beforeAll(async () => {
  t = await testOffice({ services: [lendsAgain] });
  await manyCodes(t);
  door = await openDoor(t);
  shen = await registered(t, door, 'shen@example.com', '沈清和');
});
afterAll(async () => {
  await door.close();
  await t.drop();
});

const failure = (got: Got) => (got.json as { code?: string } | null)?.code ?? got.status;
const idOf = (got: Got) => (got.json as { id: string }).id;
interface View {
  readonly state: { readonly revision: number };
}
const FLAGS = { subject: '校庆用旗', copies: 2, holder: '沈清和' };

/** Somebody files what they typed. */
async function files(who: Guest, answers: object = FLAGS): Promise<string> {
  const id = idOf(await who.call('createCase', { body: { service: 'flags' } }));
  const saved = await who.call('saveDraft', { params: { case: id }, body: { answers, revision: 0 } });
  const { revision } = saved.json as { revision: number };
  const view = (await who.call('case', { params: { case: id } })).json as View;
  const sent = await who.call('act', {
    params: { case: id },
    body: { revision: view.state.revision, command: { act: 'submit', answers } },
  });
  if (sent.status !== 200) throw new Error(`Not filed (draft ${revision}): ${sent.text}`);
  return id;
}
const revisionOf = async (who: 'handler', id: string) =>
  ((await door.call(who, 'case', { params: { case: id } })).json as View).state.revision;
const decides = async (id: string, command: object) =>
  await door.call('handler', 'act', {
    params: { case: id },
    body: { revision: await revisionOf('handler', id), command },
  });

describe('a citizen files, is sent back, files again and has the paper', () => {
  let id = '';

  test('the desk sees it with the name of whoever filed, and what is private masked', async () => {
    id = await files(shen);
    const seen = await door.call('handler', 'case', { params: { case: id } });
    expect(seen.status).toBe(200);
    expect(seen.text).toContain('沈清和');
    const inbox = (await door.call('handler', 'inbox', { query: { tab: 'todo' } })).json as {
      items: { id: string }[];
    };
    expect(inbox.items.map((row) => row.id)).toContain(id);
  });

  test('sent back it waits for the citizen, with the reason, who corrects and sends it again', async () => {
    const back = await decides(id, {
      act: 'correct',
      faults: [{ at: 'copies', message: '一次最多借一面' }],
    });
    expect(back.status).toBe(200);
    const mine = (await shen.call('myCases')).json as { items: { id: string; status: string }[] };
    expect(mine.items).toMatchObject([{ id, status: 'correcting' }]);
    const view = (await shen.call('case', { params: { case: id } })).json as View;
    expect(JSON.stringify(view)).toContain('一次最多借一面');
    const sent = await shen.call('act', {
      params: { case: id },
      body: { revision: view.state.revision, command: { act: 'submit', answers: { ...FLAGS, copies: 1 } } },
    });
    expect(sent.status).toBe(200);
  });

  test('agreed to, the paper is made, and the citizen is told and opens it', async () => {
    expect((await decides(id, { act: 'agree' })).status).toBe(200);
    await workOff(t.app);
    const view = (await shen.call('case', { params: { case: id } })).json as {
      state: { status: string };
    };
    expect(view.state.status).toBe('completed');
    const paper = await shen.call('paper', { params: { case: id, paper: 'certificate' } });
    expect([paper.status, String(paper.headers['content-type'])]).toEqual([200, 'application/pdf']);
    expect((await shen.call('notices')).text).toContain('旗帜可以领取');
    expect(((await shen.call('inboxCounts')).json as { unread: number }).unread).toBeGreaterThan(0);
  });

  test('what comes next is opened from it by one press, with what it knew, by nobody else', async () => {
    const open = { params: { case: id }, body: { open: 'again' } };
    const next = await shen.call('openFrom', open);
    expect(next.status).toBe(200);
    const draft = (await shen.call('case', { params: { case: idOf(next) } })).json as {
      draft: { answers: object };
    };
    expect(draft.draft.answers).toEqual({ ...FLAGS, copies: 1 });
    const other = await registered(t, door, 'next@example.com', '路人');
    expect(failure(await other.call('openFrom', open))).toBe('case.not-found');
  });

  test('another of the public finds nothing of it in any way, and neither do clerks of units', async () => {
    const other = await registered(t, door, 'other@example.com', '别人');
    const params = { case: id, paper: 'certificate', file: newId() };
    const body = { revision: 1, command: { act: 'submit', answers: FLAGS } };
    for (const name of ['case', 'paper', 'fileScans', 'visitCaseCode'] as const)
      expect([name, (await other.call(name, { params })).status]).toEqual([name, 404]);
    expect((await other.call('act', { params, body })).status).toBe(404);
    expect((await other.call('createCase', { body: { service: 'flags', copyOf: id } })).status).toBe(404);
    for (const name of ['myCases', 'notices', 'inboxCounts'] as const)
      expect((await other.call(name)).text).not.toMatch(/校庆|沈清和/);
    for (const cast of ['filer', 'signer', 'applicant'] as const)
      expect((await door.call(cast, 'case', { params })).status).toBe(404);
  });
});

describe('how a matter stands, without log-in', () => {
  const status = async (number: string, secret: string) =>
    await guest(door).call('visitStatus', { body: { number, secret } });

  test('number and code tell the step and the days left, and whose turn it is', async () => {
    const id = await files(shen);
    const { number, secret } = (await shen.call('visitCaseCode', { params: { case: id } })).json as {
      number: string;
      secret: string;
    };
    expect(secret).toMatch(/^[A-Z2-9]{8}$/);
    const got = await status(number, secret.toLowerCase());
    expect(got.json).toMatchObject({ service: '借用旗帜', status: '办理中', step: '审核', yours: false });
    expect((got.json as { daysLeft: number }).daysLeft).toBeGreaterThan(0);
    await decides(id, { act: 'correct', faults: [{ at: 'copies', message: '请改' }] });
    expect((await status(number, secret)).json).toMatchObject({ status: '待补正', yours: true });
  });

  test('a wrong code, an unknown number and too many tries have one answer, byte for byte', async () => {
    const id = await files(shen);
    const { number, secret } = (await shen.call('visitCaseCode', { params: { case: id } })).json as {
      number: string;
      secret: string;
    };
    const bytes = async (n: string, s: string) => {
      const { status: code, text, headers } = await status(n, s);
      return [code, text.replaceAll(/"instance":"[^"]*"/g, ''), headers['retry-after'] ?? null];
    };
    expect(failure(await status(number, 'CCCCCCCC'))).toBe('visitor.no-status');
    const wrong = await bytes(number, 'AAAAAAAA');
    expect(await bytes('2026-999999', 'AAAAAAAA')).toEqual(wrong);
    for (let tries = 0; tries < 12; tries += 1) await status(number, 'BBBBBBBB');
    // Shut for a while, also to the right code, in the same words.
    expect(await bytes(number, secret)).toEqual(wrong);
    t.at(new Date(t.app.clock().getTime() + 16 * 60_000).toISOString());
    expect((await status(number, secret)).status).toBe(200);
  });
});

describe('somebody stands at the window', () => {
  const PDF = Buffer.from(
    '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>>endobj\nxref\n0 4\n0000000000 65535 f \n0000000009 00000 n \n0000000056 00000 n \n0000000107 00000 n \ntrailer<</Size 4/Root 1 0 R>>\nstartxref\n174\n%%EOF',
  );
  const somebody = { name: '李老汉', kind: 'citizen', document: 'E77777777', phone: '13877776666' };
  let intake = '';
  let filed = '';

  test('an officer puts them on record, and fills in nothing before the signed form is there', async () => {
    const tried = async (more: object) =>
      failure(await door.call('window', 'counterIntake', { body: { ...somebody, ...more } }));
    expect(await tried({ document: '--' + '--' })).toBe('visitor.document');
    expect(await tried({ phone: 'nobody' })).toBe('visitor.phone');
    intake = idOf(await door.call('window', 'counterIntake', { body: somebody }));
    const fill = () => door.call('window', 'counterFill', { params: { id: intake } });
    expect(failure(await fill())).toBe('visitor.no-scan');
    const bad = await door.call('window', 'counterUpload', {
      params: { id: intake },
      file: { name: 'form.exe', bytes: 'MZ' },
    });
    expect(failure(bad)).toBe('file.type');
    const scan = { params: { id: intake }, file: { name: '申请表.pdf', bytes: PDF } };
    expect((await door.call('window', 'counterUpload', scan)).status).toBe(204);
    expect(failure(await door.call('window', 'counterUpload', scan))).toBe('visitor.scan-kept');
    expect((await door.call('handler', 'counterScan', { params: { id: intake } })).status).toBe(200);
    expect((await door.call('window', 'counterIntakes')).json).toMatchObject([
      { id: intake, name: '李老汉', scan: true, claimed: false },
    ]);
  });

  test('fills it in through the public door, with both names on record and nothing of the staff’s', async () => {
    const opened = await door.call('window', 'counterFill', { params: { id: intake } });
    const token = new RegExp(`${VISITOR_COOKIE}=([A-Za-z0-9_-]{43})`).exec(
      JSON.stringify(opened.headers['set-cookie']),
    )?.[1];
    const seat = guest(door, token);
    expect((await seat.call('visitMe')).json).toMatchObject({ visitor: { counter: true, level: 2 } });
    filed = await files(seat, { ...FLAGS, holder: '李老汉' });
    const seen = await door.call('handler', 'case', { params: { case: filed } });
    expect(seen.text).toMatch(/李老汉（窗口 [^）]+ 代填）/);
    expect(failure(await seat.call('visitAccount'))).toBe('visitor.at-counter');
    // It reaches what is filed for that person and nothing else.
    expect(((await seat.call('myCases')).json as { items: unknown[] }).items).toHaveLength(1);
    // A session of the public, wherever its cookie is put.
    const staff = await door.send(
      { method: 'GET', path: '/api/inbox', tag: '', summary: '', caller: 'signed-in' },
      {},
      { cookie: `ztc=${token}` },
    );
    expect(staff.status).toBe(401);
  });

  test('the person claims it later, by the document an officer saw and by no other', async () => {
    const stranger = await registered(t, door, 'stranger@example.com', '路人');
    await raised(door, stranger, '路人', 'E11112222');
    const claim = (who: Guest) => who.call('visitClaim', { params: { id: intake } });
    expect(failure(await claim(stranger))).toBe('visitor.no-claim');
    const li = await registered(t, door, 'li@example.com', '李老汉');
    expect(failure(await claim(li))).toBe('visitor.no-claim');
    await raised(door, li, '李老汉', 'E77777777');
    expect((await li.call('visitAccount')).json).toMatchObject({ claimable: [{ id: intake }] });
    expect((await claim(li)).status).toBe(204);
    expect((await li.call('case', { params: { case: filed } })).status).toBe(200);
    expect(((await li.call('myCases')).json as { items: unknown[] }).items).toHaveLength(1);
    expect(failure(await door.call('window', 'counterFill', { params: { id: intake } }))).toBe(
      'visitor.no-party',
    );
  });
});
