import { X509Certificate } from 'node:crypto';
import { dayInShanghai, type TrustedSigner } from '@zhitongche/base';
import { certificateReference } from '@zhitongche/formats';
import type { App } from '@zhitongche/core/server';
import { trustedCertificates } from './signing-keys.ts';

/** What whoever checks codes without a network keeps: certificates this office signed with, and the seals of all papers that ended: of one left out a telephone would say that it stands. */
export async function trustList(app: App) {
  const { office } = app.config;
  const certificates = await trustedCertificates(app, office);
  const ended = await app.db.query<{ seal: string; how: 'replaced' | 'revoked' }>(
    `select s.seal, p.status as how from paper p
     join paper_seal s on s.office = p.office and s.case_id = p.case_id and s.paper = p.paper and s.issue = p.issue
     where p.office = $1 and p.status <> 'valid' and s.seal is not null
     order by p.case_id, p.paper, p.issue`,
    [office],
  );
  return { asOf: app.clock().toISOString(), signers: certificates.flatMap(signerOf), ended: [...ended] };
}

/** How a certificate is told; none for a key whose signatures stand in no code. */
function signerOf(certificate: Uint8Array): readonly TrustedSigner[] {
  const { publicKey, subject, validFrom, validTo } = new X509Certificate(certificate);
  if (publicKey.asymmetricKeyDetails?.namedCurve !== 'prime256v1') return [];
  return [
    {
      reference: certificateReference(certificate),
      name: /^O=(.+)$/m.exec(subject)?.[1] ?? subject,
      key: publicKey.export({ format: 'der', type: 'spki' }).toString('base64'),
      from: dayInShanghai(new Date(validFrom).toISOString()),
      to: dayInShanghai(new Date(validTo).toISOString()),
    },
  ];
}
