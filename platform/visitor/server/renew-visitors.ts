import { type App, codePrefix, lookupDigest } from '@zhitongche/core/server';
import type { Query } from '@zhitongche/host';
import { partyPlace, type SealedPart, unsealed, visitorPlace } from './sealed.ts';

/** Gives accounts and parties the digests they are found by under the master secret in force. */
export async function renewVisitors(
  app: App,
  office: string,
): Promise<{ readonly moved: number; readonly broken: readonly string[] }> {
  const [accounts, parties] = [
    await app.db.tx((query) => renewAccounts(app, query, office)),
    await app.db.tx((query) => renewParties(app, query, office)),
  ];
  return { moved: accounts.moved + parties.moved, broken: [...accounts.broken, ...parties.broken] };
}

interface Account extends Readonly<Record<'mail' | 'phone' | 'document', string | null>> {
  readonly id: string;
}

const PARTS = ['mail', 'phone', 'document'] as const satisfies readonly SealedPart[];

async function renewAccounts(app: App, query: Query, office: string) {
  const broken: string[] = [];
  const rows = await query<Account>(
    `select id, mail, phone, document from visitor where office = $1 and status = 'active' and
       (not starts_with(mail_digest, $2) or not starts_with(phone_digest, $2) or not starts_with(document_digest, $2))
     for update`,
    [office, codePrefix(app.keys.generation)],
  );
  for (const row of rows) {
    const [mail, phone, document] = PARTS.map((part) => {
      const text = unsealed(app, row[part], visitorPlace(office, row.id, part));
      if (row[part] !== null && text === undefined) broken.push(`公众账户（${row.id}）的查找摘要与内容不符`);
      if (text === undefined) return null;
      return lookupDigest(part === 'document' ? numberOf(text) : text, app.keys);
    });
    await query(
      `update visitor set mail_digest = coalesce($3, mail_digest), phone_digest = coalesce($4, phone_digest),
         document_digest = coalesce($5, document_digest) where office = $1 and id = $2`,
      [office, row.id, mail, phone, document],
    );
  }
  return { moved: rows.length, broken };
}

const numberOf = (text: string): string => (JSON.parse(text) as readonly string[])[1] ?? '';

async function renewParties(app: App, query: Query, office: string) {
  const broken: string[] = [];
  const rows = await query<{ id: string; document: string | null }>(
    `select id, document from visitor_party where office = $1 and not starts_with(document_digest, $2) for update`,
    [office, codePrefix(app.keys.generation)],
  );
  for (const { id, document } of rows) {
    const text = unsealed(app, document, partyPlace(office, id, 'document'));
    if (text === undefined) broken.push(`窗口代办的当事人（${id}）的查找摘要与内容不符`);
    else
      await query('update visitor_party set document_digest = $3 where office = $1 and id = $2', [
        office,
        id,
        lookupDigest(text, app.keys),
      ]);
  }
  return { moved: rows.length, broken };
}

/** How many are found by a digest of a master secret before the one in force. */
export async function visitorsBefore(app: App, office: string): Promise<number> {
  const [row] = await app.db.query<{ n: number }>(
    `select (select count(*) from visitor where office = $1 and (not starts_with(mail_digest, $2)
         or not starts_with(phone_digest, $2) or not starts_with(document_digest, $2)))::int
       + (select count(*) from visitor_party where office = $1 and not starts_with(document_digest, $2))::int as n`,
    [office, codePrefix(app.keys.generation)],
  );
  return row?.n ?? 0;
}
