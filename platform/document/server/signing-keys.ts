import { X509Certificate } from 'node:crypto';
import { newOfficeKey, type PaperSigner, softwareSigner } from '@zhitongche/formats';
import { type App, openJson, sealJson } from '@zhitongche/core/server';
import { newId } from '@zhitongche/host';

/** Years a self-made certificate holds; an office with a certificate from an authority replaces it. */
const YEARS = 10;

interface KeyRow {
  readonly id: string;
  readonly certificate: Buffer;
  readonly private_key: string;
}

/** A signer and the name under which papers remember it. */
export interface NamedSigner {
  readonly signer: PaperSigner;
  /** SHA-256 of the certificate, as printed by viewers. */
  readonly name: string;
}

/** Where the private key of an organisation is sealed. */
export const signingKeyPlace = (office: string, org: string, id: string) => ['signing_key', office, org, id];

/** The key an organisation signs with now; the first call makes one, however many processes ask at once. */
export async function signerOf(app: App, office: string, org: string, name: string): Promise<NamedSigner> {
  const now = app.clock();
  const row = (await inUse(app, office, org, now)) ?? (await create(app, office, org, name, now));
  const known = OPENED.get(row.id);
  if (known) return known;
  const signer = openSigner(app, office, org, row);
  // One per issuing organisation and key; far fewer than this even in a large province.
  if (OPENED.size >= MOST_OPENED) OPENED.clear();
  OPENED.set(row.id, signer);
  return signer;
}

/** Opening a key costs more than signing with it; a row's key never changes, whatever it is sealed under. */
const OPENED = new Map<string, NamedSigner>();
const MOST_OPENED = 500;

function openSigner(app: App, office: string, org: string, row: KeyRow): NamedSigner {
  const opened = openJson(row.private_key, app.keys, signingKeyPlace(office, org, row.id));
  const privateKey = new Uint8Array(Buffer.from(typeof opened === 'string' ? opened : '', 'base64'));
  return {
    signer: softwareSigner({ privateKey, certificate: new Uint8Array(row.certificate) }),
    name: new X509Certificate(row.certificate).fingerprint256,
  };
}

/** Every certificate the office has ever signed with: what its papers may be trusted by. */
export async function trustedCertificates(app: App, office: string): Promise<readonly Uint8Array[]> {
  const rows = await app.db.query<{ certificate: Buffer }>(
    'select certificate from signing_key where office = $1',
    [office],
  );
  return rows.map((row) => new Uint8Array(row.certificate));
}

async function inUse(app: App, office: string, org: string, now: Date): Promise<KeyRow | undefined> {
  const [row] = await app.db.query<KeyRow>(
    `select id, certificate, private_key from signing_key
     where office = $1 and org = $2 and valid_from <= $3 and valid_to > $3 order by valid_from desc, id desc limit 1`,
    [office, org, now],
  );
  return row;
}

async function create(app: App, office: string, org: string, name: string, now: Date): Promise<KeyRow> {
  const notBefore = new Date(Math.floor(now.getTime() / 1000) * 1000);
  const notAfter = new Date(notBefore);
  notAfter.setUTCFullYear(notAfter.getUTCFullYear() + YEARS);
  const made = await newOfficeKey({
    organisation: name,
    commonName: `${name} 文书签名`,
    notBefore,
    notAfter,
    algorithm: 'ecdsa-p256',
  });
  const id = newId();
  await app.db.tx(async (query) => {
    // One key per organisation: whoever comes second finds the first one's.
    await query("select pg_advisory_xact_lock(hashtext('signing-key'), hashtext($1))", [`${office}/${org}`]);
    await query(
      `insert into signing_key (office, org, id, certificate, private_key, valid_from, valid_to)
       select $1, $2, $3, $4, $5, $6, $7
       where not exists (select 1 from signing_key where office = $1 and org = $2 and valid_to > $6)`,
      [
        office,
        org,
        id,
        Buffer.from(made.certificate),
        sealJson(Buffer.from(made.privateKey).toString('base64'), app.keys, signingKeyPlace(office, org, id)),
        notBefore,
        notAfter,
      ],
    );
  });
  const row = await inUse(app, office, org, now);
  if (!row) throw new Error(`No signing key for ${org} although one was just made`);
  return row;
}
