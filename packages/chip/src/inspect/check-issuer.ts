import type { X509Certificate } from 'node:crypto';
import type { Finding, InspectionContext, Step } from './steps.ts';
import { certificateOf, mayBeUsed, stateOf, USAGE } from './read-certificate.ts';
import { issuedBy, revocationOf } from './trust.ts';

const within = (certificate: X509Certificate, on: Date): Finding | undefined => {
  if (on < new Date(certificate.validFrom)) return 'not-yet-valid';
  return on > new Date(certificate.validTo) ? 'expired' : undefined;
};

/** The step of the issuer: chain to a trusted country signer, days, use of the key, revocation, state of the zone. */
export function checkIssuer(
  signer: Uint8Array | undefined,
  { trust, on }: InspectionContext,
  zoneState: string | undefined,
): Step {
  const told = (verdict: Step['verdict'], ...codes: readonly Finding[]): Step => ({
    name: 'issuer',
    verdict,
    findings: [...new Set(codes)].map((code) => ({ code })),
  });
  const certificate = signer && certificateOf(signer);
  if (!certificate) return told('fails', signer ? 'unreadable' : 'no-certificate');
  const authority = trust.cscas
    .flatMap((der) => certificateOf(der) ?? [])
    .find((one) => issuedBy(certificate, one));
  if (!authority) return told('fails', 'unknown-issuer');
  const revocation = revocationOf(certificate, authority, trust.lists, on);
  const state = stateOf(authority.raw);
  const wrong: readonly (Finding | undefined)[] = [
    within(certificate, on),
    within(authority, on),
    certificate.ca || !mayBeUsed(certificate.raw, USAGE.digitalSignature) ? 'wrong-usage' : undefined,
    revocation?.revoked ? 'revoked' : undefined,
    state && zoneState && state !== zoneState.replace(/<+$/, '') ? 'other-state' : undefined,
  ];
  const fails = wrong.filter((one) => one !== undefined);
  // A list that is missing or out of date leaves a question open; it is no reason to refuse.
  const open: readonly Finding[] = revocation?.current ? [] : ['revocation-unknown'];
  return told(fails.length ? 'fails' : 'holds', ...fails, ...open);
}
