import { totpPlace, phonePlace } from '@zhitongche/account/server';
import { contactPlace, messagePlace, webhookPlace } from '@zhitongche/channel/server';
import { casePlace } from '@zhitongche/case/server';
import { type App, caseKeys, replyPlace, type SealContext, type SealingKeys } from '@zhitongche/core/server';
import type { Query } from '@zhitongche/host';
import { signingKeyPlace } from '@zhitongche/document/server';
import { envelopePlace } from '@zhitongche/survey/server';
import { rowPlace } from '@zhitongche/register/server';
import { codePlace, partyPlace, visitorPlace } from '@zhitongche/visitor/server';

/** Columns of a table in which values sealed under a field key stand. */
export interface SealedColumn {
  readonly table: string;
  /** What it is to the office. */
  readonly title: string;
  /** Columns of its key behind `office`, in order, with their types. */
  readonly key: Readonly<Record<string, 'uuid' | 'text' | 'int'>>;
  /** SQL of the sealed text of a row; null where it has none. */
  readonly text: string;
}

/** One whose values may be sealed anew. */
export interface Resealable extends SealedColumn {
  /** SQL that puts a sealed text (an SQL expression) in the place of the old one. */
  readonly put: (value: string) => string;
  /** Where a value belongs, from the row's key. */
  place(office: string, key: readonly string[]): SealContext;
  /** Keys it is sealed with where those are not the office's. */
  keys?(app: App, query: Query, office: string, key: readonly string[]): Promise<SealingKeys>;
  /** The row is an account and has a code that must follow. */
  readonly codedAccount?: true;
}

const at = (key: readonly string[], index: number): string => key[index] ?? '';

/** Everything sealed under the field key that may be written again; a test looks for others in every table there is. */
export const RESEALABLE: readonly Resealable[] = [
  {
    table: 'person',
    title: '电话',
    key: { id: 'uuid' },
    text: 'phone',
    put: (value) => `phone = ${value}`,
    place: (office, key) => phonePlace(office, at(key, 0)),
  },
  {
    table: 'person',
    title: '动态口令密钥',
    key: { id: 'uuid' },
    text: 'totp_secret',
    put: (value) => `totp_secret = ${value}`,
    place: (office, key) => totpPlace(office, at(key, 0)),
    codedAccount: true,
  },
  ...(
    [
      ['mail', '公众账户邮箱'],
      ['phone', '公众账户手机'],
      ['document', '公众账户证件'],
      ['totp_secret', '公众账户动态口令密钥'],
    ] as const
  ).map(
    ([part, title]): Resealable => ({
      table: 'visitor',
      title,
      key: { id: 'uuid' },
      text: part,
      put: (value) => `${part} = ${value}`,
      place: (office, key) => visitorPlace(office, at(key, 0), part),
    }),
  ),
  ...(
    [
      ['document', '窗口代办当事人证件'],
      ['phone', '窗口代办当事人手机'],
    ] as const
  ).map(
    ([part, title]): Resealable => ({
      table: 'visitor_party',
      title,
      key: { id: 'uuid' },
      text: part,
      put: (value) => `${part} = ${value}`,
      place: (office, key) => partyPlace(office, at(key, 0), part),
    }),
  ),
  {
    table: 'visitor_code',
    title: '验证码所发往的地址',
    key: { id: 'uuid' },
    text: 'target',
    put: (value) => `target = ${value}`,
    place: (office, key) => codePlace(office, at(key, 0)),
  },
  {
    table: 'signing_key',
    title: '文书签名私钥',
    key: { org: 'uuid', id: 'uuid' },
    text: 'private_key',
    put: (value) => `private_key = ${value}`,
    place: (office, key) => signingKeyPlace(office, at(key, 0), at(key, 1)),
  },
  {
    table: 'draft',
    title: '草稿',
    key: { case_id: 'uuid' },
    text: "answers->>'$sealed'",
    put: (value) => `answers = jsonb_set(answers, '{$sealed}', to_jsonb(${value}))`,
    place: (office, key) => casePlace(office, at(key, 0)),
    async keys(app, query, office, key) {
      const [row] = await query<{ salt: string | null }>(
        'select salt from case_file where office = $1 and id = $2',
        [office, at(key, 0)],
      );
      return caseKeys(app.keys, row?.salt ?? null);
    },
  },
  {
    table: 'prepared_paper',
    title: '代拟稿',
    key: { case_id: 'uuid', code: 'text' },
    text: 'shown',
    put: (value) => `shown = ${value}`,
    place: (office, key) => casePlace(office, at(key, 0)),
    async keys(app, query, office, key) {
      const [row] = await query<{ salt: string | null }>(
        'select salt from case_file where office = $1 and id = $2',
        [office, at(key, 0)],
      );
      return caseKeys(app.keys, row?.salt ?? null);
    },
  },
  {
    table: 'register_row',
    title: '台账',
    key: { register: 'text', id: 'text' },
    text: "data->>'$sealed'",
    put: (value) => `data = jsonb_set(data, '{$sealed}', to_jsonb(${value}))`,
    place: (office, key) => rowPlace(office, at(key, 0), at(key, 1)),
  },
  {
    table: 'contact',
    title: '接收地址',
    key: { person: 'uuid', channel: 'text' },
    text: 'sealed',
    put: (value) => `sealed = ${value}`,
    place: (office, key) => contactPlace(office, at(key, 0), at(key, 1), 'sealed'),
  },
  {
    table: 'contact',
    title: '待确认的接收地址',
    key: { person: 'uuid', channel: 'text' },
    text: 'next_sealed',
    put: (value) => `next_sealed = ${value}`,
    place: (office, key) => contactPlace(office, at(key, 0), at(key, 1), 'next_sealed'),
  },
  {
    table: 'webhook',
    title: '推送签名密钥',
    key: { id: 'uuid' },
    text: 'secret',
    put: (value) => `secret = ${value}`,
    place: (office, key) => webhookPlace(office, at(key, 0)),
  },
  {
    table: 'message',
    title: '外发消息',
    key: { id: 'uuid' },
    text: 'sealed',
    put: (value) => `sealed = ${value}`,
    place: (office, key) => messagePlace(office, at(key, 0)),
  },
  {
    table: 'request_key',
    title: '重复请求的答复',
    key: { person: 'uuid', key: 'text' },
    text: "reply->>'sealed'",
    put: (value) => `reply = jsonb_set(reply, '{sealed}', to_jsonb(${value}))`,
    place: (office, key) => replyPlace(office, at(key, 0), at(key, 1)),
  },
  {
    table: 'survey_envelope',
    title: '未开启的答卷',
    key: { survey: 'uuid', id: 'uuid' },
    text: 'sealed',
    put: (value) => `sealed = ${value}`,
    place: (office, key) => envelopePlace(office, at(key, 0), at(key, 1)),
  },
];

/** What chains cover, and what is sealed with a key of its own: nobody writes it again, its key stays readable. */
export const CHAINED: readonly SealedColumn[] = [
  {
    table: 'case_event',
    title: '办件事件（链上，不改写）',
    key: { case_id: 'uuid', seq: 'int' },
    text: "coalesce(body->'answers'->>'$sealed', body->'derived'->>'$sealed', body->'data'->>'$sealed')",
  },
  {
    table: 'kept_event',
    title: '台账条目事件（链上，不改写）',
    key: { row_id: 'uuid', seq: 'int' },
    text: "coalesce(body->'answers'->>'$sealed', body->'data'->>'$sealed', body->'set'->>'$sealed')",
  },
];
