import { addDays, dayInShanghai } from '@zhitongche/base';
import type { DemoFace, DemoStage } from '@zhitongche/core/server';
import { newId } from '@zhitongche/host';
import { keepRow } from '@zhitongche/register/server';
import { picture, seal, signature } from '../../../shared/demo/picture.ts';
import { playCase } from '../../../shared/demo/play-case.ts';
import { cases, STICKERS_USED } from './cases.ts';

const REVIEWER = 'consular';
const HEAD = 'consular-head';

/** Seals and signatures issuers have sent: invented, and one notary’s office has sent none. */
const FILED = [
  ['seal', '云泽市中信公证处', '云泽市中信公证处'],
  ['signature', '云泽市中信公证处', '顾清和'],
  ['signature', '云泽市中信公证处', '沈若溪'],
  ['seal', '中国国际贸易促进委员会云泽省委员会', '中国国际贸易促进委员会云泽省委员会'],
  ['signature', '中国国际贸易促进委员会云泽省委员会', '陆怀瑾'],
] as const;

/** Pictures are filed with the specimens, so the samples are not. */
export const rows: NonNullable<DemoFace['rows']> = () => ({ 'apostille-specimen': [] });

/** Specimens, the course whoever signs has passed, stickers, and then the cases. */
export const play: NonNullable<DemoFace['play']> = async (stage) => {
  await prepare(stage);
  const today = dayInShanghai(stage.now.toISOString());
  const pdf = await original(stage, today);
  for (const one of cases(today, pdf)) await playCase(stage, one);
};

/** An electronic original that says what it is. */
async function original({ app }: DemoStage, today: string): Promise<Uint8Array> {
  const made = await app.papers.make(
    {
      kind: 'sample',
      name: '电子原产地证书（演示）',
      issuer: '演示',
      issuedOn: addDays(today, -60),
      blocks: [
        { kind: 'title', lines: ['原产地证书（演示）'] },
        { kind: 'paragraph', text: '本页代替出证机构的电子原件，其中没有任何真实单位或个人的信息。' },
      ],
    },
    { docx: false, signer: null, at: app.clock(), issuer: '演示' },
  );
  if (!made.ok) throw new Error('the original of the demo cannot be made');
  return made.value.pdf;
}

async function prepare({ app: real, actors, now }: DemoStage): Promise<void> {
  const today = dayInShanghai(now.toISOString());
  const day = addDays(today, -120);
  const app = { ...real, clock: () => new Date(`${day}T02:00:00Z`) };
  const [reviewer, head] = [actors.get(REVIEWER), actors.get(HEAD)];
  if (!reviewer || !head) throw new Error('nobody of the demo office reviews or signs');
  const keeps = async (key: string, register: string, command: object, of: object = {}) =>
    await keepRow(app, reviewer, {
      register,
      key: `demo-apostille-${key}`,
      command,
      ...of,
    } as Parameters<typeof keepRow>[2]);
  for (const [n, [kind, issuer, name]] of FILED.entries()) {
    const key = `specimen-${n}`;
    const [done] = await app.db.query(
      'select 1 from request_key where office = $1 and person = $2 and key = $3',
      [reviewer.office, reviewer.id, `demo-apostille-${key}`],
    );
    if (done) continue;
    const red = kind === 'seal';
    const stored = await app.blobs.put(
      picture(200, red ? [196, 30, 38] : [20, 24, 60], red ? seal : signature(n)),
    );
    const file = { id: newId(app.clock().getTime()), name: `${name}.png`, type: 'image/png', ...stored };
    await app.db.query(
      `insert into kept_upload (office, id, register, name, type, size, digest, by_person, at)
       values ($1, $2, 'apostille-specimen', $3, $4, $5, $6, $7, $8)`,
      [reviewer.office, file.id, file.name, file.type, file.size, file.digest, reviewer.id, app.clock()],
    );
    const more = red ? {} : { capacity: kind === 'signature' && n < 3 ? '公证员' : '授权签字人' };
    const answers = { kind, issuer, name, ...more, from: addDays(today, -700), picture: [file] };
    await keeps(key, 'apostille-specimen', { act: 'enter', answers });
  }
  const terms = { kind: 'apostille', day, hours: '4.0' };
  const title = `附加证明书业务培训 ${day}`;
  const course = await keeps('course', 'course', { act: 'enter', answers: { ...terms, title } });
  const unit = { id: head.org, title: '' };
  const person = { ...terms, course: { id: course.id, title: '' }, name: head.name, unit };
  const { id } = await keeps('trained', 'attendance', { act: 'enter', answers: person });
  await keeps(
    'in',
    'attendance',
    { act: 'move', move: 'sign-in', data: { why: '补登（演示）' } },
    { id, revision: 1 },
  );
  await keeps('out', 'attendance', { act: 'move', move: 'sign-out', data: {} }, { id, revision: 2 });
  await keeps('pass', 'attendance', { act: 'move', move: 'pass', data: { score: 92 } }, { id, revision: 3 });
  for (let n = 1; n <= STICKERS_USED; n += 1) {
    const answers = { serial: `YA${String(n).padStart(6, '0')}`, batch: '2025-12', place: 'window' };
    await keeps(`sticker-${n}`, 'sticker', { act: 'enter', answers });
  }
}
