import { randomInt } from 'node:crypto';
import { addressHint, type Channel, CHANNELS, type MessageKind, readAddress } from '@zhitongche/channel';
import { blocking } from '@zhitongche/base';
import { record } from '@zhitongche/audit/server';
import {
  type App,
  codedWith,
  macOf,
  type OfficeActor,
  openJson,
  ProblemError,
  type SealContext,
  sameMac,
  sealJson,
  unsound,
} from '@zhitongche/core/server';
import type { Query } from '@zhitongche/host';
import { enqueue } from './enqueue.ts';

const CODE_MESSAGE: MessageKind = { code: 'channel.code', subject: '直通车：验证码', secret: true };
const CHANGED_MESSAGE: MessageKind = { code: 'channel.changed', subject: '直通车：接收地址已更换' };

const CODE_SECONDS = 600;
const MOST_GUESSES = 5;
/** Codes one person may have sent in an hour: addresses of strangers are no target. */
const MOST_CODES = 6;

/** Where a person's address is sealed; the one that waits for its code apart from the one that counts. */
export const contactPlace = (
  office: string,
  person: string,
  channel: string,
  which: 'sealed' | 'next_sealed',
): SealContext => ['contact', office, person, channel, which];

/** What is known of a person's address. */
export interface Contact {
  readonly channel: Channel;
  readonly hint: string | null;
  readonly proven_at: Date | null;
  readonly next_hint: string | null;
}

/** A person's addresses, masked. */
export const contactsOf = async (app: App, office: string, person: string): Promise<readonly Contact[]> =>
  await app.db.query<Contact>(
    'select channel, hint, proven_at, next_hint from contact where office = $1 and person = $2',
    [office, person],
  );

/** Sends a code to an address somebody says is theirs; the one that counted goes on counting until it comes back. */
export async function askAddress(
  app: App,
  actor: OfficeActor,
  channel: Channel,
  typed: string,
): Promise<void> {
  const { office, id: person } = actor;
  const address = readAddress(channel, typed);
  if (address === undefined) throw unsound([wrongShape(channel)]);
  if ((await app.post.carriers(office))[channel] === null)
    throw new ProblemError(
      409,
      'address.unconnected',
      `${CHANNELS[channel]}尚未接通，请联系系统管理员。`,
      'This channel is not connected.',
    );
  const now = app.clock();
  const code = String(randomInt(1_000_000)).padStart(6, '0');
  await app.db.tx(async (query) => {
    // One after the other: codes asked for side by side must not slip past the limit together.
    await query('select 1 from person where office = $1 and id = $2 for update', [office, person]);
    const [sent] = await query<{ n: number }>(
      `select count(*) as n from message where office = $1 and person = $2 and kind = $3 and created_at > $4`,
      [office, person, CODE_MESSAGE.code, new Date(now.getTime() - 3_600_000)],
    );
    if ((sent?.n ?? 0) >= MOST_CODES)
      throw new ProblemError(
        429,
        'address.often',
        '一小时内发送的验证码过多，请稍后再试。',
        'Too many codes within an hour.',
        { retryAfter: 3600 },
      );
    await query(
      `insert into contact (office, person, channel, next_sealed, next_hint, code, code_until, asked_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8)
       on conflict (office, person, channel) do update set next_sealed = excluded.next_sealed, next_hint = excluded.next_hint,
         code = excluded.code, code_tries = 0, code_until = excluded.code_until, asked_at = excluded.asked_at`,
      [
        office,
        person,
        channel,
        sealJson(address, app.keys, contactPlace(office, person, channel, 'next_sealed')),
        addressHint(channel, address),
        codeMac(app.keys, office, person, channel, code),
        new Date(now.getTime() + CODE_SECONDS * 1000),
        now,
      ],
    );
    const text = `验证码 ${code}，10 分钟内有效，用于确认直通车的接收地址。如非本人操作，请忽略。`;
    const key = `code/${person}/${channel}/${now.getTime()}/${sent?.n ?? 0}`;
    await enqueue(app, query, office, [
      { kind: CODE_MESSAGE, channel, to: address, text, key, person, lasts: CODE_SECONDS },
    ]);
  });
  app.wake();
}

/** The code came back: the address counts from now on, and whoever had the old one is told. */
export async function proveAddress(
  app: App,
  actor: OfficeActor,
  channel: Channel,
  typed: string,
): Promise<void> {
  const { office, id: person } = actor;
  const now = app.clock();
  const right = await app.db.tx(async (query) => {
    const [row] = await query<{
      sealed: string | null;
      next_sealed: string | null;
      code: string | null;
      code_tries: number;
      code_until: Date | null;
    }>(
      `select sealed, next_sealed, code, code_tries, code_until from contact
       where office = $1 and person = $2 and channel = $3 for update`,
      [office, person, channel],
    );
    if (!row?.code || !row.next_sealed || !row.code_until) return false;
    if (row.code_until <= now || row.code_tries >= MOST_GUESSES) return false;
    const made = codeMac(codedWith(app.keys, row.code), office, person, channel, typed.trim());
    if (!sameMac(made, row.code)) {
      await query(
        'update contact set code_tries = code_tries + 1 where office = $1 and person = $2 and channel = $3',
        [office, person, channel],
      );
      return false;
    }
    const address = opened(app, office, person, channel, 'next_sealed', row.next_sealed);
    await putContact(app, query, { office, person, channel, address, at: now });
    await record(query, actor, now, 'contact.prove', `person:${person}`, { channel });
    const before = row.sealed === null ? null : opened(app, office, person, channel, 'sealed', row.sealed);
    if (before !== null && before !== address)
      await enqueue(app, query, office, [
        {
          kind: CHANGED_MESSAGE,
          channel,
          to: before,
          text: `您在直通车的${CHANNELS[channel]}接收地址已换成 ${addressHint(channel, address)}，此地址不再接收消息。如非本人操作，请立即联系外事办公室。`,
          key: `changed/${person}/${channel}/${now.getTime()}`,
          person,
        },
      ]);
    return true;
  });
  if (!right)
    throw unsound([
      blocking(
        'address.code',
        ['code'],
        '验证码不对，或已过期、试错过多。',
        'The code is wrong, over, or was guessed too often.',
        { todo: '请核对最新一条消息中的验证码；仍不对时重新发送。' },
      ),
    ]);
  app.wake();
}

/** Puts an address that was proven on record; for rooms that prove it in their own way. */
export async function putContact(
  app: App,
  query: Query,
  {
    office,
    person,
    channel,
    address,
    at,
  }: {
    readonly office: string;
    readonly person: string;
    readonly channel: Channel;
    readonly address: string;
    readonly at: Date;
  },
): Promise<void> {
  await query(
    `insert into contact (office, person, channel, sealed, hint, proven_at) values ($1, $2, $3, $4, $5, $6)
     on conflict (office, person, channel) do update set sealed = excluded.sealed, hint = excluded.hint,
       proven_at = excluded.proven_at, next_sealed = null, next_hint = null, code = null, code_until = null, code_tries = 0`,
    [
      office,
      person,
      channel,
      sealJson(address, app.keys, contactPlace(office, person, channel, 'sealed')),
      addressHint(channel, address),
      at,
    ],
  );
}

/** Takes an address off: nothing is sent there any more. */
export async function dropAddress(app: App, actor: OfficeActor, channel: Channel): Promise<void> {
  await app.db.tx(async (query) => {
    const gone = await query(
      'delete from contact where office = $1 and person = $2 and channel = $3 returning 1 as gone',
      [actor.office, actor.id, channel],
    );
    if (gone.length > 0)
      await record(query, actor, app.clock(), 'contact.drop', `person:${actor.id}`, { channel });
  });
}

/** An address in clear, for sending only. */
export const provenAddress = (
  app: App,
  office: string,
  person: string,
  channel: Channel,
  sealed: string,
): string => opened(app, office, person, channel, 'sealed', sealed);

function opened(
  app: App,
  office: string,
  person: string,
  channel: Channel,
  which: 'sealed' | 'next_sealed',
  sealed: string,
): string {
  const address = openJson(sealed, app.keys, contactPlace(office, person, channel, which));
  return typeof address === 'string' ? address : '';
}

const codeMac = (
  keys: Parameters<typeof macOf>[0],
  office: string,
  person: string,
  channel: Channel,
  code: string,
): string => macOf(keys, 'contact-code', [office, person, channel, code]);

const SHAPES: Readonly<Record<Channel, string>> = {
  mail: '邮箱应写作 name@example.gov.cn，一次一个。',
  sms: '手机号应为 11 位；境外号码请以 + 和国家代码开头。',
  wechat: '微信标识应为公众号给出的 6～64 位字母、数字、下划线或连字符。',
};

const wrongShape = (channel: Channel) =>
  blocking('address.shape', ['address'], SHAPES[channel], 'This is no address of that kind.');
