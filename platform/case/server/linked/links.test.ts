import type { Service } from '@zhitongche/case';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Cast, testOffice, type TestOffice } from '../../../../apps/server/testing/office.ts';
import { bundle, errand, journey } from '../../../../apps/server/testing/linked-services.ts';
import { freshKey, revisionOf, submitted, takes } from '../../../../apps/server/testing/story.ts';
import { ProblemError } from '@zhitongche/core/server';
import { verifyStates } from '../../../proof/server/verify-states.ts';
import { caseView } from '../query/case-view.ts';
import { act, actOnPage } from '../usecase/act.ts';
import { createCase } from '../usecase/create-case.ts';
import { deleteDraft } from '../usecase/draft.ts';
import { linkCases, unlinkCases } from './link-cases.ts';
import { openFrom } from './open-from.ts';

/** What is on record as soon as it is filed, nobody decides on it. */
const note: Service = {
  ...errand,
  code: 'note',
  name: '备案',
  policies: errand.policies.map((def) => ({ ...def, key: def.key.replace('errand.', 'note.') })),
  flow: {
    start: 'done',
    steps: { done: { kind: 'end', title: '已备案', phase: '办结', outcome: 'completed' } },
  },
};

/** The bundle of nothing but notes, put aside by whoever filed it. */
const notes: Service = {
  ...bundle,
  code: 'notes',
  name: '备案一件事',
  policies: bundle.policies.map((def) => ({ ...def, key: def.key.replace('bundle.', 'notes.') })),
  links: (bundle.links ?? []).map((def) => ({ ...def, to: ['note'] })),
  opens: (bundle.opens ?? []).map((def) => ({ ...def, service: 'note' })),
};

const { parts } = bundle.flow.steps;
if (parts?.kind !== 'work') throw new Error('another bundle');
/** The bundle that can be put aside, or waited for no longer. */
const patient: Service = {
  ...bundle,
  flow: {
    ...bundle.flow,
    steps: {
      ...bundle.flow.steps,
      parts: {
        ...parts,
        acts: [
          ...parts.acts,
          { kind: 'suspend' },
          { kind: 'advance', key: 'enough', label: '不再等待', to: 'look' },
        ],
      },
      look: {
        kind: 'work',
        title: '核对',
        phase: '办理',
        who: { applicant: true },
        next: 'done',
        acts: [{ kind: 'advance', key: 'seen', label: '已核对' }],
      },
    },
  },
};

/** The bundle that goes on at a desk this office does not have. */
const stranded: Service = {
  ...bundle,
  code: 'stranded',
  name: '无处可去一件事',
  policies: bundle.policies.map((def) => ({ ...def, key: def.key.replace('bundle.', 'stranded.') })),
  flow: {
    ...bundle.flow,
    steps: {
      ...bundle.flow.steps,
      parts: { ...parts, next: 'desk' },
      desk: {
        kind: 'work',
        title: '终审',
        phase: '办理',
        who: { role: 'handler', at: 'division:nowhere' },
        next: 'done',
        acts: [{ kind: 'agree' }],
      },
    },
  },
};

let t: TestOffice;
beforeAll(async () => {
  t = await testOffice({ services: [journey, errand, patient, note, notes, stranded] });
});
afterAll(() => t.drop());

const view = async (cast: Cast, id: string) => await caseView(t.app, await t.actor(cast), id);
const links = async (cast: Cast, id: string) =>
  (await view(cast, id)).links.map(({ words, row: { title, stepTitle, turn } }) => [
    words,
    title,
    stepTitle,
    ...turn,
  ]);
const numberOf = async (id: string): Promise<string> => (await view('signer', id)).row.number ?? '';
const opens = async (cast: Cast, caseId: string, open = 'errand') =>
  (await openFrom(t.app, await t.actor(cast), { caseId, open, key: freshKey() })).id;
const refusal = async (doing: Promise<unknown>): Promise<readonly (string | undefined)[]> => {
  const error = await doing.then(
    () => undefined,
    (caught: unknown) => caught,
  );
  return error instanceof ProblemError ? [error.code, error.zh] : [String(error)];
};
const codeOf = (error: unknown): string => (error instanceof ProblemError ? error.code : String(error));
const links2 = async (cast: Cast, caseId: string, kind: string, number: string) =>
  await linkCases(t.app, await t.actor(cast), { caseId, kind, number, key: freshKey() });
const broken = async () => (await verifyStates(t.app, t.office)).broken;
const count = async (): Promise<number> =>
  (await t.base.owner.query<{ n: number }>('select count(*)::int as n from case_file'))[0]?.n ?? -1;

describe('a matter opened from another', () => {
  test('begins with what that one knows, and both know each other once it is filed', async () => {
    const trip = await submitted(t, 'journey', { subject: '赴日考察', copies: 1, holder: '王小明' });
    expect((await view('filer', trip)).opens).toEqual([
      { open: 'errand', label: '办理证照', en: 'Apply for documents' },
    ]);
    expect((await view('signer', trip)).opens).toEqual([]);
    const id = await opens('filer', trip);
    // What is no field of the form it goes to stays behind.
    expect((await view('filer', id)).draft?.answers).toEqual({
      subject: '赴日考察',
      copies: 2,
      holder: '王小明',
    });
    expect(await links('filer', trip)).toEqual([['随办证照', '赴日考察证明', '草稿', expect.any(String)]]);
    // A draft is nobody's business but his who began it.
    expect(await links('signer', trip)).toEqual([]);
    const { draft } = await view('filer', id);
    await act(t.app, await t.actor('filer'), {
      caseId: id,
      revision: 0,
      key: freshKey(),
      command: { act: 'submit', answers: draft?.answers ?? {} },
    });
    const turn = expect.any(String);
    expect(await links('signer', trip)).toEqual([['随办证照', '赴日考察证明', '单位签批', turn]]);
    expect(await links('signer', id)).toEqual([['所属任务', '赴日考察证明', '单位签批', turn]]);
    const told = (await view('signer', trip)).timeline.map(({ text }) => text);
    expect(told.at(-1)).toBe(`随办证照${await numberOf(id)}：已关联`);
    await takes(t, 'signer', id, { act: 'refuse', opinion: '不办' });
    expect(await links('signer', trip)).toEqual([['随办证照', '赴日考察证明', '不予同意']]);
    expect(await broken()).toEqual([]);
  });

  test('leaves nothing behind when its draft is thrown away', async () => {
    const trip = await submitted(t, 'journey', { subject: '赴韩', copies: 1 });
    const id = await opens('filer', trip);
    await deleteDraft(t.app, await t.actor('filer'), id);
    expect(await links('filer', trip)).toEqual([]);
    expect(await broken()).toEqual([]);
  });

  test('is offered to whoever filed the first, and only while it says so', async () => {
    const trip = await submitted(t, 'journey', { subject: '赴泰', copies: 1 });
    const asks = (cast: Cast) => refusal(opens(cast, trip));
    expect((await asks('signer'))[0]).toBe('open.not-offered');
    expect((await asks('filer@other'))[0]).toBe('case.not-found');
    expect((await refusal(opens('filer', trip, 'drafts')))[0]).toBe('open.not-offered');
    await takes(t, 'signer', trip, { act: 'only' });
    await takes(t, 'handler', trip, { act: 'agree' });
    expect(await asks('filer')).toEqual(['open.not-offered', expect.stringContaining('请刷新后查看')]);
  });

  test('waits as a draft for whoever filed the first, when a signature opens it', async () => {
    const trip = await submitted(t, 'journey', { subject: '赴法', copies: 1 });
    await takes(t, 'signer', trip, { act: 'agree' });
    const found = (await view('filer', trip)).links;
    expect(found.map(({ row: { title, status } }) => [title, status])).toEqual([
      ['赴法（甲）证明', 'draft'],
      ['赴法（乙）证明', 'draft'],
    ]);
    expect(await broken()).toEqual([]);
  });
});

describe('一件事', () => {
  const files = async (answers: Record<string, unknown>) =>
    await submitted(t, 'bundle', answers as Record<string, never>);

  test('files its parts with itself and is over with the last of them', async () => {
    const id = await files({ subject: '赴德', copies: 1, second: true });
    const parts = (await view('filer', id)).links;
    expect(parts.map(({ words, row: { title, status } }) => [words, title, status])).toEqual([
      ['分项', '赴德证明', 'running'],
      ['分项', '赴德二证明', 'running'],
    ]);
    const [one, two] = parts.map((part) => part.row.id);
    await takes(t, 'signer', one ?? '', { act: 'agree' });
    expect((await view('filer', id)).row.status).toBe('running');
    await takes(t, 'signer', two ?? '', { act: 'refuse', opinion: '不办' });
    const over = await view('filer', id);
    expect(over.row.status).toBe('completed');
    expect(over.timeline.map(({ text }) => text)).toContain(
      `分项${parts[1]?.row.number ?? ''}：办件不予同意`,
    );
    expect(await broken()).toEqual([]);
  });

  test('put aside while its last part ended is over once it is taken up again', async () => {
    const id = await files({ subject: '赴意', copies: 1, second: false });
    const part = (await view('filer', id)).links[0]?.row.id ?? '';
    await takes(t, 'filer', id, { act: 'suspend', opinion: '暂缓' });
    await takes(t, 'signer', part, { act: 'agree' });
    expect((await view('filer', id)).row.status).toBe('suspended');
    await takes(t, 'filer', id, { act: 'resume' });
    expect((await view('filer', id)).row.status).toBe('completed');
    expect(await broken()).toEqual([]);
  });

  test('waits for nothing when going on without its parts is taken back and they have ended since', async () => {
    const id = await files({ subject: '赴葡', copies: 1, second: false });
    const part = (await view('filer', id)).links[0]?.row.id ?? '';
    await takes(t, 'filer', id, { act: 'enough' });
    await takes(t, 'signer', part, { act: 'agree' });
    expect((await view('filer', id)).row.step).toBe('look');
    await takes(t, 'filer', id, { act: 'withdraw' });
    expect((await view('filer', id)).row.status).toBe('completed');
    expect(await broken()).toEqual([]);
  });

  test('hears of a part that is over as soon as it is filed', async () => {
    const filer = await t.actor('filer');
    const { id } = await createCase(t.app, filer, { key: freshKey(), service: 'notes' });
    const command = { act: 'submit', answers: { subject: '备案', copies: 1, second: true } };
    // The page after it is read anew: the case has moved on in the commit in which it was filed.
    expect(await actOnPage(t.app, filer, { caseId: id, revision: 0, key: freshKey(), command })).toBeNull();
    const seen = await view('filer', id);
    expect(seen.links.map(({ row: { status } }) => status)).toEqual(['completed', 'completed']);
    expect(seen.row.status).toBe('completed');
    expect(await broken()).toEqual([]);
  });

  test('that cannot go on says so to whoever ends its last part, and nothing is half written', async () => {
    const id = await submitted(t, 'stranded', { subject: '赴挪', copies: 1, second: false });
    const part = (await view('filer', id)).links[0]?.row.id ?? '';
    const [code, words] = await refusal(takes(t, 'signer', part, { act: 'agree' }));
    expect(code).toMatch(/^flow\./);
    expect(words).toContain('系统管理员');
    expect((await view('filer', part)).row.status).toBe('running');
    expect((await view('filer', id)).row.status).toBe('running');
  });

  test('whose part is refused is not filed at all: every fault is said with the part it is in', async () => {
    const before = await count();
    const found = await refusal(files({ subject: '赴英', copies: 12, second: true }));
    expect(found[0]).toBe('form.problems');
    // The draft of the bundle itself, which keeps what was typed.
    expect(await count()).toBe(before + 1);
    expect(await broken()).toEqual([]);
  });
});

describe('a link by hand', () => {
  let first = '';
  let second = '';
  beforeAll(async () => {
    first = await submitted(t, 'journey', { subject: '甲次', copies: 1 });
    second = await submitted(t, 'journey', { subject: '乙次', copies: 1 });
  });

  test('stands at both ends, once, and comes back to nobody in a circle', async () => {
    await links2('filer', first, 'next', await numberOf(second));
    expect((await links('signer', first)).map(([words]) => words)).toEqual(['后续任务']);
    expect((await links('signer', second)).map(([words]) => words)).toEqual(['前次任务']);
    const third = await submitted(t, 'journey', { subject: '丙次', copies: 1 });
    await links2('filer', second, 'next', await numberOf(third));
    const code = async (doing: Promise<unknown>) => (await refusal(doing))[0];
    expect(await code(links2('filer', first, 'next', await numberOf(second)))).toBe('link.twice');
    expect(await code(links2('filer', first, 'next', await numberOf(first)))).toBe('link.self');
    expect(await refusal(links2('filer', third, 'next', await numberOf(first)))).toEqual([
      'link.loop',
      '“后续任务”不能首尾相接：对方已经直接或间接以本办件为“后续任务”。',
    ]);
    const other = await submitted(t, 'errand', { subject: '别的', copies: 1 });
    expect(await code(links2('filer', first, 'next', await numberOf(other)))).toBe('link.wrong-service');
    expect(await code(links2('filer', first, 'errand', await numberOf(other)))).toBe('link.not-yours');
    expect(await code(links2('director', first, 'next', await numberOf(second)))).toBe('case.not-found');
    expect(await broken()).toEqual([]);
  });

  test('is taken away at both ends, with a reason, by whoever holds the case that declares it', async () => {
    const link = (await view('filer', first)).links.find(({ mayUnlink }) => mayUnlink)?.link ?? '';
    const away = async (cast: Cast, caseId: string) =>
      await unlinkCases(t.app, await t.actor(cast), { caseId, link, reason: '关联错了', key: freshKey() });
    expect((await refusal(away('filer', second)))[0]).toBe('link.not-yours');
    expect(
      await refusal(
        unlinkCases(t.app, await t.actor('filer'), { caseId: first, link, reason: '   ', key: freshKey() }),
      ),
    ).toEqual(['link.no-reason', expect.stringContaining('理由')]);
    await away('filer', first);
    expect(await links('signer', first)).toEqual([]);
    expect((await links('signer', second)).map(([words]) => words)).toEqual(['后续任务']);
    expect((await view('signer', second)).timeline.at(-1)?.text).toContain('解除关联');
    expect((await refusal(away('filer', first)))[0]).toBe('link.none');
    expect(await broken()).toEqual([]);
  });
});

test('of two different requests under one key at once, the one that was not carried out says so', async () => {
  const file = async (subject: string) => await submitted(t, 'journey', { subject, copies: 1 });
  const [from, one, two] = [await file('源'), await file('其一'), await file('其二')];
  const filer = await t.actor('filer');
  const key = freshKey();
  const asks = async (number: string) =>
    await linkCases(t.app, filer, { caseId: from, kind: 'next', number, key }).then(() => 'done', codeOf);
  const [first, second] = [await numberOf(one), await numberOf(two)];
  const found = await Promise.all([asks(first), asks(second)]);
  expect(found.toSorted()).toEqual(['done', 'key.reused']);
  expect(await links('filer', from)).toHaveLength(1);
  // The same request twice at once is done once, and both are told so.
  const again = freshKey();
  const three = await numberOf(await file('其三'));
  const same = () => linkCases(t.app, filer, { caseId: from, kind: 'next', number: three, key: again });
  await Promise.all([same(), same()]);
  expect(await links('filer', from)).toHaveLength(2);
  expect(await broken()).toEqual([]);
});

describe('whoever may not see a matter', () => {
  test('is told of it by no list, no count, no sentence and no refusal', async () => {
    const mine = await submitted(t, 'journey', { subject: '本单位', copies: 1 });
    const theirs = await submitted(t, 'journey', { subject: '他单位', copies: 1 }, { by: 'filer@other' });
    await takes(t, 'signer', mine, { act: 'only' });
    await takes(t, 'signer@other', theirs, { act: 'only' });
    const number = (await view('handler', theirs)).row.number ?? '';
    // The handler of the office sees both and links them; the unit sees its own only.
    await links2('handler', mine, 'next', number);
    expect(await links('handler', mine)).toHaveLength(1);
    for (const cast of ['filer', 'signer'] as const) {
      const seen = await view(cast, mine);
      expect(seen.links).toEqual([]);
      expect(JSON.stringify(seen)).not.toContain(theirs);
      expect(seen.timeline.map(({ body }) => body.type)).not.toContain('linked');
    }
    const hidden = await refusal(links2('filer', mine, 'next', number));
    expect(hidden).toEqual(await refusal(links2('filer', mine, 'next', '2099-000001')));
    expect(hidden[0]).toBe('link.unknown');
    const link = (await view('handler', mine)).links[0]?.link ?? '';
    const away = async (one: string) =>
      await refusal(
        unlinkCases(t.app, await t.actor('filer'), {
          caseId: mine,
          link: one,
          reason: '试一试',
          key: freshKey(),
        }),
      );
    expect(await away(link)).toEqual(await away(mine));
  });
});

describe('verify', () => {
  test('finds a link that was changed or taken away at one end', async () => {
    const one = await submitted(t, 'journey', { subject: '查一', copies: 1 });
    const two = await submitted(t, 'journey', { subject: '查二', copies: 1 });
    await links2('filer', one, 'next', await numberOf(two));
    expect(await broken()).toEqual([]);
    const { query } = t.base.owner;
    const tampered = async (sql: string): Promise<string> => {
      const [row] = await query<{ body: unknown }>(
        "select body from case_event where case_id = $1 and body->>'type' = 'linked'",
        [two],
      );
      await query(sql, [two]);
      const found = (await broken()).join('\n');
      await query('update case_event set body = $2 where case_id = $1 and seq = $3', [
        two,
        JSON.stringify(row?.body),
        await revisionOf(t, two),
      ]);
      return found;
    };
    const where = 'where case_id = $1 and seq = (select revision from case_file where id = $1)';
    expect(await tampered(`update case_event set body = body || '{"case":"${two}"}' ${where}`)).toContain(
      '的关联两端记载不同',
    );
    expect(await tampered(`update case_event set body = body || '{"case":"谁"}' ${where}`)).toContain(
      '的关联两端记载不同',
    );
    expect(
      await tampered(`update case_event set body = '{"type":"urged","on":"2026-03-02","seats":[]}' ${where}`),
    ).toContain('的一条关联在对方办件中没有相应的记录');
    expect(await broken()).toEqual([]);
  });

  test('takes a link that is made while it reads for whole', async () => {
    for (let n = 0; n < 102; n += 1) await submitted(t, 'journey', { subject: `边查边联${n}`, copies: 1 });
    const made = await t.base.owner.query<{ id: string }>(
      "select id from case_file where office = $1 and title like '边查边联%' order by id",
      [t.office],
    );
    const [one = '', two = ''] = [made[0]?.id, made.at(-1)?.id];
    await links2('filer', one, 'next', await numberOf(made[50]?.id ?? ''));
    let linked = false;
    const query: typeof t.app.db.query = async (sql, params) => {
      const rows = await t.app.db.query(sql, params);
      // Between the batch that holds the one and the batch that holds the other.
      if (
        !linked &&
        JSON.stringify(sql).includes('from case_event') &&
        JSON.stringify(params).includes(one)
      ) {
        linked = true;
        await links2('filer', one, 'next', await numberOf(two));
      }
      return rows as never;
    };
    const found = await verifyStates({ ...t.app, db: { ...t.app.db, query } }, t.office);
    expect(linked).toBe(true);
    expect(found.broken).toEqual([]);
  });
});
